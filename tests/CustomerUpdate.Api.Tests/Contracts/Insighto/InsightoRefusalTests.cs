using CustomerUpdate.Api.Tests.Conformance;
using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Contracts.Insighto;

/// <summary>What is refused, in which order, and that nothing of it is written.</summary>
public abstract class InsightoRefusalTests(HostFixture fixture) : InsightoHttpTests(fixture)
{
    [Fact]
    public async Task Broken_json_is_said_before_the_key_is_looked_at()
    {
        var customer = await Host.Customers.CreateAsync();

        Assert.Equal((422, """json_invalid ["body",15]"""), await RefusalAsync(Contract.Update(customer, """{"first_name": }""", key: "")));
        Assert.Equal((422, """json_invalid ["body",1]"""), await RefusalAsync(Contract.Update(customer, "{", key: "in-unknown")));
    }

    [Fact]
    public async Task The_key_is_looked_at_before_path_and_members()
    {
        var customer = await Host.Customers.CreateAsync();

        Assert.Equal((401, "Not authenticated"), await RefusalAsync(Contract.Update(customer, """{ "email": 5 }""", key: "", reference: "abc")));
        Assert.Equal(
            (401, "Could not validate credentials"), await RefusalAsync(Contract.Update(customer, "[]", key: "in-unknown", reference: "abc")));
    }

    [Fact]
    public async Task A_key_elsewhere_than_in_its_parameter_is_none()
    {
        var customer = await Host.Customers.CreateAsync();
        var path = PathOf(customer);
        var bearer = Contract.Update(customer, "{}", key: "");
        bearer.Headers.Add("Authorization", $"Bearer {Contract.Key}");
        var header = Contract.Update(customer, "{}", key: "");
        header.Headers.Add("api_key", Contract.Key);
        var otherCase = Contract.Update(customer, "{}");
        otherCase.RequestUri = new Uri(path.Replace("api_key=", "API_KEY=", StringComparison.Ordinal), UriKind.Relative);

        foreach (var request in new[] { bearer, header, otherCase })
        {
            var answer = await Host.Client.SendAsync(request);
            Assert.Equal(401, (int)answer.StatusCode);
            Assert.Equal("""{"detail":"Not authenticated"}""", await answer.Content.ReadAsStringAsync());
            Assert.Equal("APIKey", answer.Headers.WwwAuthenticate.ToString());
        }
    }

    [Fact]
    public async Task Of_several_keys_the_last_one_counts()
    {
        var customer = await Host.Customers.CreateAsync();
        var request = Contract.Update(customer, "{}", key: $"in-unknown&api_key={Contract.Key}");
        var blank = Contract.Update(customer, "{}", key: $"{Contract.Key}&api_key=%20");

        Assert.Equal(200, (await SendAsync(request)).Status);
        Assert.Equal((401, "Not authenticated"), await RefusalAsync(blank));
    }

    [Fact]
    public async Task Path_and_members_are_refused_together_the_path_first()
    {
        var customer = await Host.Customers.CreateAsync();
        var request = Contract.Update(
            customer, """{ "first_name": 5, "channels": null, "last_seen": "x", "org_id": "x", "first_name2": 1 }""", reference: "abc");

        Assert.Equal(
            (422, """
                uuid_parsing ["path","contact_id"]; string_type ["body","first_name"]; dict_type ["body","channels"];
                 datetime_from_date_parsing ["body","last_seen"]; uuid_parsing ["body","org_id"]
                """.ReplaceLineEndings("")),
            await RefusalAsync(request));
    }

    [Theory]
    [InlineData("null", "missing")]
    [InlineData("", "missing")]
    [InlineData("[]", "model_attributes_type")]
    [InlineData("\"text\"", "model_attributes_type")]
    [InlineData("5", "model_attributes_type")]
    public async Task A_body_that_is_no_object_is_refused_beside_the_path(string body, string type)
    {
        var customer = await Host.Customers.CreateAsync();

        Assert.Equal((422, $"{type} [\"body\"]"), await RefusalAsync(Contract.Update(customer, body)));
        Assert.Equal(
            (422, $"uuid_parsing [\"path\",\"contact_id\"]; {type} [\"body\"]"),
            await RefusalAsync(Contract.Update(customer, body, reference: "abc")));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task A_body_of_another_type_is_no_object_and_is_not_sent_back(string mediaType)
    {
        var customer = await Host.Customers.CreateAsync();
        var request = Contract.Update(customer, ContractUnderTest.Text($"api_key={Contract.Key}", mediaType));

        var (status, answer) = await SendAsync(request);

        Assert.Equal(422, status);
        Assert.Equal(
            """{"detail":[{"type":"model_attributes_type","loc":["body"],"msg":"Input should be a valid dictionary or object to extract fields from"}]}""",
            answer.GetRawText());
    }

    [Fact]
    public async Task No_body_of_another_type_is_a_missing_body()
    {
        var customer = await Host.Customers.CreateAsync();

        Assert.Equal((422, "missing [\"body\"]"), await RefusalAsync(Contract.Update(customer, ContractUnderTest.Text("", "text/plain"))));
    }

    [Fact]
    public async Task One_bad_member_keeps_all_from_being_written()
    {
        var customer = await Host.Customers.CreateAsync();

        var request = Contract.Update(customer, """{ "first_name": "Grace", "email": 5 }""");

        Assert.Equal((422, """string_type ["body","email"]"""), await RefusalAsync(request));
        Assert.Equal(customer, await Host.Customers.ReadAsync(customer));
    }

    [Fact]
    public async Task Another_organisation_is_forbidden()
    {
        var customer = await Host.Customers.CreateAsync();

        Assert.Equal(
            (403, "The contact cannot be moved to another organization."),
            await RefusalAsync(Contract.Update(customer, $$"""{ "first_name": "Grace", "org_id": "{{Foreign}}" }""")));
        Assert.Equal(customer, await Host.Customers.ReadAsync(customer));
    }

    [Fact]
    public async Task An_unknown_contact_is_said_before_another_organisation()
    {
        var customer = await Host.Customers.CreateAsync();
        var request = Contract.Update(customer, $$"""{ "org_id": "{{Foreign}}" }""", reference: "ABCDEF00000040008000000000000000");

        Assert.Equal((404, "Unable to find the Contact with id abcdef00-0000-4000-8000-000000000000."), await RefusalAsync(request));
    }

    [Fact]
    public async Task A_telephone_and_an_email_address_of_another_contact_are_taken()
    {
        var owner = await Host.Customers.CreateAsync();
        var customer = await Host.Customers.CreateAsync();

        Assert.Equal(
            (409, "Another contact already has this telephone."),
            await RefusalAsync(Contract.Update(customer, $$"""{ "channels": { "telephone": "{{owner.Profile.Phone}}" } }""")));
        Assert.Equal(
            (409, "Another contact already has this email."),
            await RefusalAsync(Contract.Update(customer, $$"""{ "email": "{{owner.Profile.Email}}" }""")));
        Assert.Equal(customer, await Host.Customers.ReadAsync(customer));
    }

    [Fact]
    public async Task A_unique_value_over_512_characters_is_refused()
    {
        var customer = await Host.Customers.CreateAsync();
        var request = Contract.Update(
            customer, $$"""{ "email": "{{new string('a', 513)}}", "channels": { "telephone": "{{new string('1', 513)}}" } }""");

        Assert.Equal((422, """string_too_long ["body","email"]; string_too_long ["body","channels","telephone"]"""), await RefusalAsync(request));
    }

    [Fact]
    public async Task The_key_shows_neither_in_an_answer_nor_in_the_log()
    {
        var customer = await Host.Customers.CreateAsync();
        var pasted = Contract.Update(customer, $$"""{ "first_name": ["{{Contract.Key}}"] }""", reference: Contract.Key);

        var (status, answer) = await SendAsync(pasted);

        Assert.Equal(422, status);
        Assert.DoesNotContain(Contract.Key, answer.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(Host.Log.Lines, line => line.Contains(Contract.Key, StringComparison.Ordinal));
    }
}

[Collection(PostgresTests.Name)]
public sealed class InsightoRefusalTestsOnPostgres(PostgresHost host) : InsightoRefusalTests(host);

[Collection(SqliteTests.Name)]
public sealed class InsightoRefusalTestsOnSqlite(SqliteHost host) : InsightoRefusalTests(host);
