using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Hub.Customers;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Insighto.Contacts;

/// <summary>Updating or making contacts by an e-mail address or a phone number.</summary>
public abstract class InsightoUpsertTests(HostFixture fixture) : InsightoHttpTests(fixture)
{
    [Fact]
    public async Task Where_nobody_matches_a_contact_is_made()
    {
        var (email, digits) = (NewEmail(), $"1{CustomerRoutes.UniqueDigits()}");

        var answer = await DoneAsync(Upsert($"first_name=Ada&last_name=Lovelace&email={email}&phone_number={digits}"));

        var data = answer.GetProperty("data");
        Assert.Equal("Data created successfully", answer.GetProperty("message").GetString());
        Assert.Equal($"+{digits}", data.GetProperty("channels").GetProperty("telephone").GetString());
        var stored = (await FindAsync(email))!;
        Assert.Equal(("Ada Lovelace", $"+{digits}"), (stored.Profile.Name.Full, stored.Profile.Phone));
        Assert.Equal(IdOf(stored), data.GetProperty("id").GetString());
    }

    [Fact]
    public async Task The_contact_with_the_email_address_is_updated_and_keeps_what_was_not_sent()
    {
        var customer = await Host.Customers.CreateAsync();

        var answer = await DoneAsync(Upsert($"first_name=Augusta&last_name=&email={customer.Profile.Email!.ToUpperInvariant()}&phone_number="));

        Assert.Equal("Data updated successfully", answer.GetProperty("message").GetString());
        Assert.Equal(IdOf(customer), answer.GetProperty("data").GetProperty("id").GetString());
        var stored = await Host.Customers.ReadAsync(customer);
        Assert.Equal(("Augusta", "Lovelace", customer.Profile.Phone), (stored.Profile.Name.First, stored.Profile.Name.Last, stored.Profile.Phone));
    }

    [Fact]
    public async Task The_contact_with_the_phone_number_is_updated_and_takes_the_email_address()
    {
        var customer = await Host.Customers.CreateAsync();
        var email = NewEmail();

        var data = (await DoneAsync(Upsert($"email={email}&phone_number={customer.Profile.Phone![1..]}"))).GetProperty("data");

        Assert.Equal((IdOf(customer), email), (data.GetProperty("id").GetString(), data.GetProperty("email").GetString()));
        Assert.Equal(email, (await Host.Customers.ReadAsync(customer)).Profile.Email);
    }

    [Fact]
    public async Task An_email_address_and_a_phone_number_of_two_contacts_are_a_clash_and_nothing_is_written()
    {
        var (one, other) = (await Host.Customers.CreateAsync(), await Host.Customers.CreateAsync());

        Assert.Equal(
            (409, "Another contact already has this telephone."),
            await RefusalAsync(Upsert($"first_name=X&email={one.Profile.Email}&phone_number={other.Profile.Phone![1..]}")));
        Assert.Equal((one, other), (await Host.Customers.ReadAsync(one), await Host.Customers.ReadAsync(other)));
    }

    [Fact]
    public async Task The_same_again_makes_no_version()
    {
        var customer = await Host.Customers.CreateAsync();

        await DoneAsync(Upsert($"first_name=Ada&email={customer.Profile.Email}&phone_number={customer.Profile.Phone![1..]}"));

        Assert.Equal(customer, await Host.Customers.ReadAsync(customer));
    }

    [Fact]
    public async Task Many_at_once_make_one_contact()
    {
        var email = NewEmail();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => SendAsync(Upsert($"first_name=A{number}&email={email}"))));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Single(answers.Select(answer => answer.Answer.GetProperty("data").GetProperty("id").GetString()).Distinct());
        Assert.Single(answers, answer => answer.Answer.GetProperty("message").GetString() == "Data created successfully");
        Assert.Equal(6, (await FindAsync(email))!.Version);
    }

    [Theory]
    [InlineData("", "value_error [\"query\"]")]
    [InlineData("first_name=Ada&email=&phone_number=", "value_error [\"query\"]")]
    [InlineData("email=%00", "string_unicode [\"query\",\"email\"]")]
    [InlineData("email=%ff", "string_unicode [\"query\",\"email\"]")]
    [InlineData("email=a&first_name=J%E9ssica", "string_unicode [\"query\",\"first_name\"]")]
    [InlineData("email=a&last_name=%ED%A0%80", "string_unicode [\"query\",\"last_name\"]")]
    [InlineData("phone_number=1650111123%FF", "string_unicode [\"query\",\"phone_number\"]")]
    [InlineData("phone_number=650-CALL", "string_pattern_mismatch [\"query\",\"phone_number\"]")]
    public async Task What_can_match_nobody_is_refused(string query, string detail)
    {
        Assert.Equal((422, detail), await RefusalAsync(Upsert(query)));
        Assert.Equal((401, "Not authenticated"), await RefusalAsync(Upsert(query, key: "")));
    }

    [Fact]
    public async Task A_key_that_may_only_read_is_refused() =>
        Assert.Equal(
            (403, "This API key may read only."), await RefusalAsync(Upsert($"email={NewEmail()}", TestTenants.DemoReadOnly.Key("insighto"))));

    [Fact]
    public async Task Another_organisations_contact_is_nobody()
    {
        var foreign = await Host.Customers.CreateAsync(TestTenants.Other);

        var answer = await DoneAsync(Upsert($"email={foreign.Profile.Email}"));

        Assert.Equal("Data created successfully", answer.GetProperty("message").GetString());
        Assert.Equal(foreign, await Host.Customers.ReadAsync(foreign));
    }

    [Fact]
    public async Task Where_one_time_passwords_are_asked_for_an_update_needs_one_and_a_new_contact_none()
    {
        var key = TestTenants.Strict.Key("insighto");
        var customer = await Host.Customers.CreateAsync(TestTenants.Strict);

        Assert.Equal(200, (await SendAsync(Upsert($"email={NewEmail()}", key))).Status);
        Assert.Equal(
            (400, "The one-time password is missing, wrong or expired."),
            await RefusalAsync(Upsert($"first_name=X&email={customer.Profile.Email}", key)));
        Assert.Equal(customer, await Host.Customers.ReadAsync(customer));
        var proven = Upsert($"first_name=X&email={customer.Profile.Email}", key);
        proven.Headers.Add("X-Customer-Otp", "123456");
        await DoneAsync(proven);
    }

    [Fact]
    public async Task A_precondition_is_asked_of_the_contact_that_matches()
    {
        var key = TestTenants.Careful.Key("insighto");
        var customer = await Host.Customers.CreateAsync(TestTenants.Careful);
        var query = $"first_name=X&email={customer.Profile.Email}";

        Assert.Equal(428, (await SendAsync(Upsert(query, key))).Status);
        Assert.Equal(412, (await SendAsync(With(Upsert(query, key), "If-Match", "\"7-insighto\""))).Status);
        Assert.Equal(customer, await Host.Customers.ReadAsync(customer));
        Assert.Equal(200, (await SendAsync(With(Upsert(query, key), "If-Match", "\"1-insighto\""))).Status);
        Assert.Equal(200, (await SendAsync(Upsert($"email={NewEmail()}", key))).Status);
    }

    [Fact]
    public async Task An_idempotency_key_is_bound_to_what_is_asked()
    {
        var (email, name) = (NewEmail(), $"{Guid.NewGuid():N}");
        string[] answers = ["", ""];
        for (var repeat = 0; repeat < 2; repeat++)
        {
            answers[repeat] = (await DoneAsync(With(Upsert($"email={email}"), "Idempotency-Key", name))).GetRawText();
        }

        Assert.Equal(answers[0], answers[1]);
        Assert.Equal(
            (422, "The Idempotency-Key header was used for another request."),
            await RefusalAsync(With(Upsert($"email={email}&first_name=X"), "Idempotency-Key", name)));
    }

    [Fact]
    public async Task A_look_ahead_writes_nothing()
    {
        var email = NewEmail();

        await DoneAsync(With(Upsert($"email={email}"), "Prefer", "dry-run"));

        Assert.Null(await FindAsync(email));
    }

    [Fact]
    public async Task The_address_shows_nowhere_in_the_log()
    {
        var email = NewEmail();

        await DoneAsync(Upsert($"email={email}"));

        Assert.DoesNotContain(Host.Log.Lines, line => line.Contains(email, StringComparison.Ordinal) || line.Contains(Contract.Key, StringComparison.Ordinal));
    }

    private static string NewEmail() => $"{Guid.NewGuid():N}@example.com";

    private HttpRequestMessage Upsert(string query, string? key = null) => Request("POST", $"/api/v1/contact/upsert?{query}", key: key);

    private static HttpRequestMessage With(HttpRequestMessage request, string header, string value)
    {
        request.Headers.TryAddWithoutValidation(header, value);
        return request;
    }

    private Task<Customer?> FindAsync(string email) => Host.Customers.FindAsync(new CustomerKey(CustomerKey.EmailKind, email));
}

[Collection(PostgresTests.Name)]
public sealed class InsightoUpsertTestsOnPostgres(PostgresHost host) : InsightoUpsertTests(host);

[Collection(SqliteTests.Name)]
public sealed class InsightoUpsertTestsOnSqlite(SqliteHost host) : InsightoUpsertTests(host);
