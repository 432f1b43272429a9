using CustomerUpdate.Api.Contracts.Quentli;
using CustomerUpdate.Api.Http;
using Microsoft.AspNetCore.Http;

namespace CustomerUpdate.Api.Tests.Contracts.Quentli;

public sealed class QuentliContractTests
{
    [Fact]
    public void The_example_is_the_published_one()
    {
        var example = QuentliContract.Example(new ExampleSubject("sk_key", "cm1", "workspace", 1, Guid.Empty));

        Assert.Equal(("PATCH", "/v1/customers/cm1", "application/json"), (example.Method, example.Path, example.ContentType));
        Assert.Equal([KeyValuePair.Create("Authorization", "Bearer sk_key")], example.Headers);
        Assert.Equal(QuentliWire.PublishedRequest.TrimEnd(), example.Body);
    }

    [Theory]
    [InlineData("Bearer sk_key", "sk_key")]
    [InlineData("bearer sk_key", "sk_key")]
    [InlineData("BEARER   sk_key ", "sk_key")]
    [InlineData("Bearer", null)]
    [InlineData("Bearer ", null)]
    [InlineData("sk_key", null)]
    [InlineData("Basic sk_key", null)]
    [InlineData("Bearersk_key", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_key_is_a_bearer_token(string? header, string? key)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Authorization = header;

        var credential = QuentliContract.ReadCredential(request);

        Assert.Equal("quentli", credential.Contract);
        Assert.Equal(key, credential.Secret);
        Assert.Null(credential.Tenant);
    }

    [Theory]
    [InlineData("""{ "input": { "data": {}, "otp": "111111" } }""", "222222", "111111")]
    [InlineData("""{ "input": { "data": {}, "otp": "" } }""", "222222", "")]
    [InlineData("""{ "input": { "data": {} } }""", "222222", "222222")]
    [InlineData("""{ "input": { "data": {} } }""", null, null)]
    public void The_one_time_password_is_the_bodys_else_the_headers(string body, string? header, string? otp)
    {
        Assert.False(QuentliWire.Parse(body).TryFailure(out var request, out _));
        var http = new DefaultHttpContext();
        http.Request.Headers["X-Customer-Otp"] = header;

        Assert.Equal(otp, QuentliContract.Otp(request, new Exchange(http)));
    }
}
