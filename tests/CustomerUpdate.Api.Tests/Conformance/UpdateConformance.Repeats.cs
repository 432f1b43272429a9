using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Conformance;

/// <summary>Requests with an idempotency key are carried out once; a dry run is not carried out at all.</summary>
public abstract partial class UpdateConformance
{
    private const string Replayed = "Idempotency-Replayed";

    [Fact]
    public async Task The_same_request_again_gets_the_same_answer_and_does_nothing()
    {
        var customer = await host.Customers.CreateAsync();

        var (first, firstBody) = await SendAsync(Keyed(contract.Update(customer, ValidBody), "order-4711"));
        await SendAsync(contract.Update(customer, contract.WriteName("Someone", "Else")));
        var (again, againBody) = await SendAsync(Keyed(contract.Update(customer, ValidBody), "\"order-4711\""));

        Assert.True(first.IsSuccessStatusCode, firstBody);
        Assert.False(first.Headers.Contains(Replayed));
        Assert.Equal("true", again.Headers.GetValues(Replayed).Single());
        Assert.Equal((first.StatusCode, firstBody), (again.StatusCode, againBody));
        Assert.Equal(first.Content.Headers.ContentType, again.Content.Headers.ContentType);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Equal("Someone Else", (await host.Customers.ReadAsync(customer)).Profile.Name.Full);
    }

    [Fact]
    public async Task A_repeat_is_answered_before_preconditions_and_one_time_passwords_are_looked_at()
    {
        var customer = await host.Customers.CreateAsync();
        await SendAsync(Keyed(contract.Update(customer, ValidBody), "k"));

        var (again, body) = await SendAsync(WithOtp(WithMatch(Keyed(contract.Update(customer, ValidBody), "k"), "\"1-{0}\""), "654321"));

        Assert.True(again.IsSuccessStatusCode, body);
        Assert.True(again.Headers.Contains(Replayed));
    }

    [Fact]
    public async Task Another_request_under_the_same_key_is_refused()
    {
        var customer = await host.Customers.CreateAsync();
        await SendAsync(Keyed(contract.Update(customer, ValidBody), "k"));

        await AssertStatusAsync(
            422, FailureKind.IdempotencyKeyReused, Keyed(contract.Update(customer, contract.WriteName("Someone", "Else")), "k"));

        Assert.Equal("Grace Hopper", (await host.Customers.ReadAsync(customer)).Profile.Name.Full);
    }

    [Fact]
    public async Task A_refusal_is_not_kept()
    {
        var customer = await host.Customers.CreateAsync();

        await AssertStatusAsync(412, FailureKind.PreconditionFailed, WithMatch(Keyed(contract.Update(customer, ValidBody), "k"), "\"7-{0}\""));
        var (answer, body) = await SendAsync(Keyed(contract.Update(customer, contract.WriteName("Grace", "Hopper")), "k"));

        Assert.True(answer.IsSuccessStatusCode, body);
        Assert.False(answer.Headers.Contains(Replayed));
    }

    [Fact]
    public async Task Another_customer_or_key_has_keys_of_its_own()
    {
        var (one, another) = (await host.Customers.CreateAsync(), await host.Customers.CreateAsync());
        var foreign = await host.Customers.CreateAsync(TestTenants.Trusting);
        await SendAsync(Keyed(contract.Update(one, ValidBody), "k"));

        var (second, _) = await SendAsync(Keyed(contract.Update(another, ValidBody), "k"));
        var (third, _) = await SendAsync(
            Keyed(contract.Update(foreign, ValidBody, key: TestTenants.Trusting.Key(contract.Name), tenant: TestTenants.Trusting), "k"));

        Assert.All([second, third], answer => Assert.True(answer.IsSuccessStatusCode && !answer.Headers.Contains(Replayed)));
    }

    [Fact]
    public async Task A_write_that_changes_nothing_is_kept_too()
    {
        var customer = await host.Customers.CreateAsync();
        var body = contract.WriteName("Ada", "Lovelace");

        await SendAsync(Keyed(contract.Update(customer, body), "k"));
        await SendAsync(contract.Update(customer, ValidBody));
        var (again, _) = await SendAsync(Keyed(contract.Update(customer, body), "k"));

        Assert.True(again.Headers.Contains(Replayed));
        Assert.Equal("Grace Hopper", (await host.Customers.ReadAsync(customer)).Profile.Name.Full);
    }

    [Fact]
    public async Task Twins_that_run_at_the_same_time_make_one_version()
    {
        var customer = await host.Customers.CreateAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => SendAsync(Keyed(contract.Update(customer, ValidBody), "twin"))));

        Assert.Contains(answers, answer => answer.Answer.IsSuccessStatusCode);
        Assert.All(answers, answer => Assert.True(answer.Answer.IsSuccessStatusCode || (int)answer.Answer.StatusCode == 409, answer.Body));
        Assert.All(
            answers.Where(answer => !answer.Answer.IsSuccessStatusCode),
            answer => Assert.Equal("1", answer.Answer.Headers.GetValues("Retry-After").Single()));
        Assert.Equal(2, (await host.Customers.ReadAsync(customer)).Version);
        Assert.Equal(2, (await host.Customers.HistoryAsync(customer)).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"\"")]
    [InlineData("two words")]
    [InlineData("\"two words\"")]
    [InlineData("\"a\"b\"")]
    [InlineData("\"a\\b\"")]
    [InlineData("\"a\\\"")]
    public async Task An_unreadable_key_is_refused(string key)
    {
        var customer = await host.Customers.CreateAsync();

        var body = await AssertStatusAsync(400, FailureKind.HeaderInvalid, Keyed(contract.Update(customer, ValidBody), key));

        Assert.Contains("Idempotency-Key", body, StringComparison.Ordinal);
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }

    [Theory]
    [InlineData("a\"b", "\"a\\\"b\"")]
    [InlineData("a\\b", "\"a\\\\b\"")]
    [InlineData("\"open", "\"\\\"open\"")]
    [InlineData("close\"", "\"close\\\"\"")]
    [InlineData("!#~", "\"!#~\"")]
    public async Task A_key_is_the_same_bare_and_quoted_whatever_it_is_made_of(string bare, string quoted)
    {
        var customer = await host.Customers.CreateAsync();

        var (first, body) = await SendAsync(Keyed(contract.Update(customer, ValidBody), bare));
        var (again, _) = await SendAsync(Keyed(contract.Update(customer, ValidBody), quoted));

        Assert.True(first.IsSuccessStatusCode, body);
        Assert.True(again.Headers.Contains(Replayed));
    }

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public async Task A_key_has_at_most_255_characters(int length, bool accepted)
    {
        var customer = await host.Customers.CreateAsync();

        var (answer, _) = await SendAsync(Keyed(contract.Update(customer, ValidBody), new string('k', length)));

        Assert.Equal(accepted, answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_dry_run_answers_what_would_come_and_writes_nothing()
    {
        var (looked, written) = (await host.Customers.CreateAsync(), await host.Customers.CreateAsync());

        var (dry, dryBody) = await SendAsync(Dry(contract.Update(looked, ValidBody)));
        var (real, _) = await SendAsync(contract.Update(written, ValidBody));

        Assert.Equal(real.StatusCode, dry.StatusCode);
        Assert.Equal(real.Headers.ETag, dry.Headers.ETag);
        Assert.Equal("dry-run", dry.Headers.GetValues("Preference-Applied").Single());
        Assert.False(real.Headers.Contains("Preference-Applied"));
        Assert.True(dryBody.Length == 0 || dryBody.Contains("Hopper", StringComparison.Ordinal), dryBody);
        Assert.Equal(looked, await host.Customers.ReadAsync(looked));
        Assert.Single(await host.Customers.HistoryAsync(looked));
    }

    [Fact]
    public async Task A_dry_run_is_refused_like_the_write_and_leaves_its_key_unused()
    {
        var customer = await host.Customers.CreateAsync();

        await AssertStatusAsync(412, FailureKind.PreconditionFailed, WithMatch(Dry(contract.Update(customer, ValidBody)), "\"7-{0}\""));
        await SendAsync(Dry(Keyed(contract.Update(customer, ValidBody), "k")));
        var (answer, _) = await SendAsync(Keyed(contract.Update(customer, ValidBody), "k"));

        Assert.False(answer.Headers.Contains(Replayed));
        Assert.Equal(2, (await host.Customers.ReadAsync(customer)).Version);
    }

    private static HttpRequestMessage Keyed(HttpRequestMessage request, string key)
    {
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return request;
    }

    private static HttpRequestMessage Dry(HttpRequestMessage request)
    {
        request.Headers.Add("Prefer", "respond-async, dry-run");
        return request;
    }
}
