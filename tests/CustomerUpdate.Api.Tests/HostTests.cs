using System.Data.Common;
using System.Text.Json;
using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Api.Tests.Conformance;
using CustomerUpdate.Api.Tests.Contracts;
using CustomerUpdate.Api.Tests.Contracts.Trillet;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CustomerUpdate.Api.Tests;

/// <summary>The host as a whole: health, Swagger, the hub, what it logs and what it refuses to start with.</summary>
public abstract class HostTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;

    [Fact]
    public async Task Is_ready_when_the_store_can_be_used() =>
        Assert.Equal(200, (int)(await host.Client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode);

    [Fact]
    public async Task Is_alive() =>
        Assert.Equal(200, (int)(await host.Client.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode);

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/v1/nothing")]
    [InlineData("/swagger/nothing")]
    public async Task What_is_nobodys_path_is_refused_in_the_hosts_own_words(string path)
    {
        var answer = await host.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal((404, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("\"not-found\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("!", 1, true)]
    [InlineData("~", 128, true)]
    [InlineData("~", 129, false)]
    [InlineData("two words", 1, false)]
    [InlineData("", 1, false)]
    public async Task An_id_of_a_request_is_echoed_where_it_is_1_to_128_visible_characters_and_else_replaced(string text, int times, bool isEchoed)
    {
        var sent = string.Concat(Enumerable.Repeat(text, times));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.TryAddWithoutValidation("X-Request-Id", sent);

        var answered = (await host.Client.SendAsync(request)).Headers.GetValues("X-Request-Id").Single();

        Assert.Equal(isEchoed, answered == sent);
        Assert.NotEmpty(answered);
    }

    [Fact]
    public async Task Swagger_shows_what_the_hub_reads_and_answers()
    {
        using var document = JsonDocument.Parse(await host.Client.GetStringAsync(new Uri("/swagger/hub/swagger.json", UriKind.Relative)));
        var post = document.RootElement.GetProperty("paths").GetProperty("/hub/v1/tenants/{tenantId}/keys").GetProperty("post");

        Assert.Equal("CRM", Example(post.GetProperty("requestBody")).GetProperty("name").GetString());
        Assert.Equal("chatwoot", Example(post.GetProperty("responses").GetProperty("201")).GetProperty("contract").GetString());

        static JsonElement Example(JsonElement body) => body.GetProperty("content").GetProperty("application/json").GetProperty("example");
    }

    [Fact]
    public async Task Swagger_lists_every_route_of_every_contract()
    {
        foreach (var contract in ContractCatalog.All.Select(entry => entry.Description))
        {
            using var document = JsonDocument.Parse(await host.Client.GetStringAsync(new Uri($"/swagger/{contract.Name}/swagger.json", UriKind.Relative)));

            var methods = document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject());
            Assert.Contains(methods, method => method.Name == "get");
            Assert.Contains(methods, method => method.Name is "post" or "patch" or "put" && method.Value.TryGetProperty("requestBody", out _));
        }
    }

    [Fact]
    public async Task The_hub_shows_a_customer_to_the_operator_and_to_the_tenants_own_key_only()
    {
        var customer = await host.Customers.CreateAsync();

        Assert.Equal(200, await ShowAsync(HostUnderTest.OperatorKey));
        Assert.Equal(200, await ShowAsync(DemoTenant.HubKey));
        Assert.Equal(404, await ShowAsync(TestTenants.Other.Key("hub")));
        Assert.Equal(401, await ShowAsync(TestTenants.Demo.Key("quentli")));
        Assert.Equal(401, await ShowAsync(""));

        async Task<int> ShowAsync(string key)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, $"/hub/v1/tenants/{customer.TenantId}/customers/{customer.Id}");
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
            return (int)(await host.Client.SendAsync(request)).StatusCode;
        }
    }

    [Fact]
    public async Task Logs_name_fields_and_never_a_value_or_a_key()
    {
        var contract = new TrilletUnderTest();
        var customer = await host.Customers.CreateAsync();

        await host.Client.SendAsync(contract.Update(customer, """{ "name": "Unmistakable Person", "email": "unmistakable@example.com" }"""));

        Assert.Contains(host.Log.Lines, line => line.Contains(customer.Id.ToString(), StringComparison.Ordinal) && line.Contains("email", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains("nmistakable", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(host.Log.Lines, line => DemoTenant.Keys.Values.Any(key => line.Contains(key, StringComparison.Ordinal)));
    }
}

[Collection(PostgresTests.Name)]
public sealed class HostOnPostgres(PostgresHost host) : HostTests(host);

[Collection(SqliteTests.Name)]
public sealed class HostOnSqlite(SqliteHost host) : HostTests(host);

/// <summary>Hosts that are not like the others.</summary>
public sealed class UnusualHosts
{
    [Fact]
    public async Task Has_no_demo_tenant_and_no_demo_keys_in_Production()
    {
        await using var host = await HostUnderTest.StartAsync("sqlite", "Production");

        var answer = await host.Client.SendAsync(Request());

        Assert.Equal(401, (int)answer.StatusCode);

        static HttpRequestMessage Request()
        {
            var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/api/conversations/{DemoTenant.ConversationId}/customer/edit")
            {
                Content = ContractUnderTest.Text("{}"),
            };
            request.Headers.Add("x-api-key", DemoTenant.TrilletKey);
            request.Headers.Add("x-workspace-id", DemoTenant.WorkspaceId);
            return request;
        }
    }

    [Fact]
    public async Task Answers_an_error_of_its_own_in_each_contracts_shape_and_tells_nothing()
    {
        await using var host = await HostUnderTest.StartAsync("sqlite", replace: services =>
            services.Replace(ServiceDescriptor.Singleton<ICustomerCommits, Broken>()));
        var customer = await host.Customers.CreateAsync();

        foreach (var contract in ContractsUnderTest.All)
        {
            var answer = await host.Client.SendAsync(contract.Update(customer, contract.WriteName("Grace", "Hopper")));
            var body = await answer.Content.ReadAsStringAsync();

            Assert.Equal(500, (int)answer.StatusCode);
            contract.AssertShape(FailureKind.Unexpected, answer, body);
            Assert.DoesNotContain("internals", body, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Says_busy_in_each_contracts_shape_while_the_database_cannot_be_reached()
    {
        await using var host = await HostUnderTest.StartAsync("sqlite", replace: services =>
            services.Replace(ServiceDescriptor.Singleton<ICallers, Unreachable>()));
        var customer = await host.Customers.CreateAsync();

        foreach (var contract in ContractsUnderTest.All)
        {
            var answer = await host.Client.SendAsync(contract.Update(customer, contract.WriteName("Grace", "Hopper")));

            Assert.Equal(503, (int)answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
            contract.AssertShape(FailureKind.Busy, answer, await answer.Content.ReadAsStringAsync());
        }
    }

    private sealed class Broken : ICustomerCommits
    {
        public Task<Result<UpdatedCustomer>> CommitAsync(CustomerUpdateCommand command, CancellationToken cancellationToken) =>
            throw new NotSupportedException("the internals of the host");
    }

    private sealed class Unreachable : ICallers
    {
        public Task<Result<Caller>> IdentifyAsync(Credential credential, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("An exception has been raised that is likely due to a transient failure.", new Transient());

        private sealed class Transient : DbException
        {
            public override bool IsTransient => true;
        }
    }
}
