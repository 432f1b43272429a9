using CustomerUpdate.Api;

// Configuration lies beside the program, wherever it is started from; data lies where it is started.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddCustomerUpdate();

var app = builder.Build();
app.UseCustomerUpdate();
await app.RunAsync();
