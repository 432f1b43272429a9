using System.Globalization;
using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Contracts.Insighto;

/// <summary>What a read shows, and how paths are read.</summary>
public abstract class InsightoShowTests(HostFixture fixture) : InsightoHttpTests(fixture)
{
    [Fact]
    public async Task A_contact_is_shown_with_its_id_and_when_it_was_made()
    {
        var customer = await Host.Customers.CreateAsync();

        var (status, answer) = await SendAsync(Contract.Show(customer));

        Assert.Equal(200, status);
        Assert.Equal(
            $$$"""
            {"message":"Data got successfully","meta":{},"data":{"first_name":"Ada","last_name":"Lovelace","email":"{{{customer.Profile.Email}}}",
            "channels":{"telephone":"{{{customer.Profile.Phone}}}"},"user_attributes":{},"last_seen":null,"last_sent":null,
            "org_id":"3c90c3cc-0d44-4b50-8888-8dd25736052a","first_assistant_id":null,"last_assistant_id":null,"first_widget_id":null,
            "last_widget_id":null,"custom_fields":{},"id":"{{{IdOf(customer)}}}",
            "created_at":"{{{Written(customer.CreatedAt)}}}"}}
            """.ReplaceLineEndings(""),
            answer.GetRawText());
    }

    // As Pydantic writes times: a fraction only where there is one, and then all of it.
    private static string Written(DateTimeOffset time) =>
        time.UtcDateTime.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("N", "")]
    [InlineData("D", "urn:uuid:")]
    [InlineData("B", "")]
    public async Task An_id_is_read_in_any_form_that_Pydantic_takes(string form, string prefix)
    {
        var customer = await Host.Customers.CreateAsync();
        var reference = prefix + Uri.EscapeDataString(new Guid(IdOf(customer)).ToString(form).ToUpperInvariant());

        var (shown, answer) = await SendAsync(Contract.Show(customer, reference: reference));
        var (updated, _) = await SendAsync(Contract.Update(customer, """{ "first_name": "Grace" }""", reference: reference));

        Assert.Equal((200, 200), (shown, updated));
        Assert.Equal(IdOf(customer), answer.GetProperty("data").GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("not-a-uuid")]
    [InlineData("multiple")]
    [InlineData("(5d1f8a52-9c3e-4b7a-8f60-2a41c7d9e0b3)")]
    [InlineData("5d1f8a52-9c3e-4b7a-8f60-2a41c7d9e0b3%20")]
    public async Task What_is_no_uuid_is_invalid_and_not_unknown(string reference)
    {
        var customer = await Host.Customers.CreateAsync();

        Assert.Equal((422, """uuid_parsing ["path","contact_id"]"""), await RefusalAsync(Contract.Show(customer, reference: reference)));
        Assert.Equal((422, """uuid_parsing ["path","contact_id"]"""), await RefusalAsync(Contract.Update(customer, "{}", reference: reference)));
    }

    [Fact]
    public async Task A_read_needs_a_key_before_anything_else()
    {
        var customer = await Host.Customers.CreateAsync();

        Assert.Equal((401, "Not authenticated"), await RefusalAsync(Contract.Show(customer, key: "", reference: "abc")));
        Assert.Equal((401, "Could not validate credentials"), await RefusalAsync(Contract.Show(customer, key: "in-unknown", reference: "abc")));
    }

    [Fact]
    public async Task An_unknown_contact_is_named_in_lower_case_with_dashes()
    {
        var customer = await Host.Customers.CreateAsync();

        Assert.Equal(
            (404, "Unable to find the Contact with id abcdef00-0000-4000-8000-000000000000."),
            await RefusalAsync(Contract.Show(customer, reference: "ABCDEF00000040008000000000000000")));
    }

    [Fact]
    public async Task A_slash_at_the_end_leads_to_the_path_without_before_anything_is_looked_at()
    {
        var customer = await Host.Customers.CreateAsync();
        var request = Contract.Show(customer);
        request.RequestUri = new Uri(request.RequestUri!.OriginalString.Replace("?", "/?", StringComparison.Ordinal), UriKind.Relative);

        using var answer = await Host.Client.SendAsync(request);

        Assert.Equal(307, (int)answer.StatusCode);
        Assert.Equal(Contract.Show(customer).RequestUri!.OriginalString, answer.Headers.Location?.OriginalString);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/api/v1/conversation/by-contact/5d1f8a52-9c3e-4b7a-8f60-2a41c7d9e0b3")]
    [InlineData("/api/v1/contact_custom_field/list/all")]
    [InlineData("/api/v1/contact/5d1f8a52-9c3e-4b7a-8f60-2a41c7d9e0b3/notes")]
    [InlineData("/api/v1/contacts?api_key=in-x")]
    [InlineData("/api/v1/nope/")]
    [InlineData("/api/v1")]
    public async Task A_path_that_is_no_route_is_not_found_without_a_key(string path) =>
        Assert.Equal((404, "Not Found"), await RefusalAsync(new HttpRequestMessage(HttpMethod.Get, path)));

    [Theory]
    [InlineData("/api/v1/accounts")]
    [InlineData("/api/v1/accounts/1/nope?api_key=in-x")]
    public async Task A_path_of_another_contract_is_refused_in_its_words(string path)
    {
        using var answer = await Host.Client.GetAsync(path);

        Assert.Equal("""{"error":"Resource could not be found"}""", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/api/v1/contact_custom_field/list", "DELETE", "GET")]
    [InlineData("/api/v1/contact/upsert", "DELETE", "GET", "POST", "PUT")]
    [InlineData("/api/v1/contact/multiple", "DELETE", "GET", "PUT")]
    public async Task What_is_a_word_and_could_be_an_id_has_the_methods_of_both(string path, params string[] methods)
    {
        using var answer = await Host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Patch, path));

        Assert.Equal(405, (int)answer.StatusCode);
        Assert.Equal(methods, answer.Content.Headers.Allow.Order());
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PATCH")]
    [InlineData("HEAD")]
    public async Task Another_method_names_those_that_are_allowed(string method)
    {
        using var answer = await Host.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/api/v1/contact/abc"));

        Assert.Equal(405, (int)answer.StatusCode);
        Assert.Equal(["DELETE", "GET", "PUT"], answer.Content.Headers.Allow.Order());
        Assert.Equal(method == "HEAD" ? "" : """{"detail":"Method Not Allowed"}""", await answer.Content.ReadAsStringAsync());
    }
}

[Collection(PostgresTests.Name)]
public sealed class InsightoShowTestsOnPostgres(PostgresHost host) : InsightoShowTests(host);

[Collection(SqliteTests.Name)]
public sealed class InsightoShowTestsOnSqlite(SqliteHost host) : InsightoShowTests(host);
