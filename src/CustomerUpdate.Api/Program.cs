using CustomerUpdate.Api;

var builder = WebApplication.CreateBuilder(args);
builder.AddCustomerUpdate();

var app = builder.Build();
app.UseCustomerUpdate();
await app.RunAsync();
