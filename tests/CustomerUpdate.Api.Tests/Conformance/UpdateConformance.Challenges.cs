using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.OneTimePasswords;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Conformance;

/// <summary>One-time passwords that were sent, where a tenant requires them.</summary>
public abstract partial class UpdateConformance
{
    [Fact]
    public async Task A_sent_code_proves_one_update_and_no_second()
    {
        var customer = await StrictCustomerAsync();
        await AssertRefusedAsync(FailureKind.OtpRejected, NewEmail(customer, "first", null));
        var code = await codes.NewCodeAsync(host, customer);

        var (answer, body) = await SendAsync(NewEmail(customer, "first", code));
        await AssertRefusedAsync(FailureKind.OtpRejected, NewEmail(customer, "second", code));

        Assert.True(answer.IsSuccessStatusCode, body);
        var emails = (await host.Customers.ReadAsync(customer)).Profile.Emails.Entries;
        Assert.Contains(emails, entry => entry.Value.StartsWith("first", StringComparison.Ordinal));
        Assert.DoesNotContain(emails, entry => entry.Value.StartsWith("second", StringComparison.Ordinal));
        Assert.Equal(2, (await host.Customers.HistoryAsync(customer)).Count);
    }

    [Fact]
    public async Task A_sent_code_holds_ten_minutes()
    {
        var customer = await StrictCustomerAsync();
        var code = await codes.NewCodeAsync(host, customer);
        host.Clock.Advance(OneTimeCode.Lifetime);

        await AssertRefusedAsync(FailureKind.OtpRejected, NewEmail(customer, "late", code));
        var another = await codes.NewCodeAsync(host, customer);
        host.Clock.Advance(OneTimeCode.Lifetime - TimeSpan.FromSeconds(1));
        var (answer, body) = await SendAsync(NewEmail(customer, "timely", another));

        Assert.True(answer.IsSuccessStatusCode, body);
    }

    [Fact]
    public async Task A_code_ends_with_the_address_that_it_was_sent_to()
    {
        var customer = await StrictCustomerAsync();
        var code = await codes.NewCodeAsync(host, customer);
        using var patch = new HttpRequestMessage(HttpMethod.Patch, $"/hub/v1/tenants/{customer.TenantId}/customers/{customer.Id}")
        {
            Content = ContractUnderTest.Text($$"""{ "email": "replaced-{{customer.Id}}@example.com" }""", "application/merge-patch+json"),
        };
        patch.Headers.Add("Authorization", $"Bearer {HostUnderTest.OperatorKey}");
        var (replaced, text) = await SendAsync(patch);

        Assert.True(replaced.IsSuccessStatusCode, text);
        await AssertRefusedAsync(FailureKind.OtpRejected, NewEmail(customer, "old", code));
    }

    [Fact]
    public async Task Only_the_customers_newest_code_is_right()
    {
        var (customer, other) = (await StrictCustomerAsync(), await StrictCustomerAsync());
        var older = await codes.NewCodeAsync(host, customer);
        var newer = await codes.NewCodeAsync(host, customer);
        var foreign = await codes.NewCodeAsync(host, other);

        foreach (var wrong in new[] { older, foreign }.Where(wrong => wrong != newer)) // of a million codes two may be the same
        {
            await AssertRefusedAsync(FailureKind.OtpRejected, NewEmail(customer, "wrong", wrong));
        }

        var (answer, body) = await SendAsync(NewEmail(customer, "right", newer));
        Assert.True(answer.IsSuccessStatusCode, body);
    }

    [Fact]
    public async Task Of_fifty_parallel_attempts_with_one_code_one_succeeds() => await SpendInParallelAsync(host);

    [Fact]
    public async Task Of_fifty_parallel_attempts_on_two_hosts_one_succeeds()
    {
        await using var there = await host.StartAnotherAsync();
        await SpendInParallelAsync(host, there);
    }

    [Fact]
    public async Task After_five_wrong_tries_the_right_code_is_refused_until_the_pause_ends()
    {
        var customer = await StrictCustomerAsync();
        await codes.NewCodeAsync(host, customer);
        for (var wrong = 0; wrong < 5; wrong++)
        {
            await AssertRefusedAsync(FailureKind.OtpRejected, NewEmail(customer, "wrong", codes.WrongFor(customer)));
        }

        var code = await codes.NewCodeAsync(host, customer); // which ends no pause
        await AssertRefusedAsync(FailureKind.OtpRejected, NewEmail(customer, "right", code));
        host.Clock.Advance(OtpTries.PauseAfter(5));
        var (answer, body) = await SendAsync(NewEmail(customer, "right", code));

        Assert.True(answer.IsSuccessStatusCode, body);
        Assert.Equal(2, (await host.Customers.HistoryAsync(customer)).Count);
    }

    [Fact]
    public async Task Every_reason_has_the_same_words()
    {
        var customer = await StrictCustomerAsync();
        var bodies = new List<string>();
        await NoteAsync(null);
        await NoteAsync("000000");
        var spent = await codes.NewCodeAsync(host, customer);
        await SendAsync(NewEmail(customer, "spent", spent));
        await NoteAsync(spent);
        var expired = await codes.NewCodeAsync(host, customer);
        host.Clock.Advance(OneTimeCode.Lifetime);
        await NoteAsync(expired);
        for (var wrong = 0; wrong < 5; wrong++)
        {
            await NoteAsync("not a code");
        }

        Assert.Single(bodies.Distinct());

        async Task NoteAsync(string? code)
        {
            var request = NewEmail(customer, "reason", code);
            request.Headers.Add("X-Request-Id", "the-same");
            var (answer, body) = await SendAsync(request);
            bodies.Add($"{(int)answer.StatusCode} {WithoutLogRef().Replace(body, "")}");
        }
    }

    [System.Text.RegularExpressions.GeneratedRegex("\"logRef\":\"[^\"]*\"")]
    private static partial System.Text.RegularExpressions.Regex WithoutLogRef();

    // Each with an address of its own: attempts that are refused must not be so because of one that succeeded.
    private async Task SpendInParallelAsync(params HostUnderTest[] hosts)
    {
        var customer = await StrictCustomerAsync();
        var code = await codes.NewCodeAsync(host, customer);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async number =>
        {
            using var answer = await hosts[number % hosts.Length].Client.SendAsync(NewEmail(customer, $"parallel{number}", code));
            return (Status: (int)answer.StatusCode, Body: await answer.Content.ReadAsStringAsync());
        }));

        Assert.Single(answers, answer => answer.Status < 300);
        Assert.All(answers.Where(answer => answer.Status >= 300), answer =>
            Assert.True(answer.Status == contract.StatusOf(FailureKind.OtpRejected), $"{answer.Status}: {answer.Body}"));
        Assert.Equal(2, (await host.Customers.ReadAsync(customer)).Version);
        Assert.Equal(2, (await host.Customers.HistoryAsync(customer)).Count);
    }

    private Task<Customer> StrictCustomerAsync() => host.Customers.CreateAsync(TestTenants.Strict);

    // Of the customer's one e-mail address, or beside it where the contract adds.
    private HttpRequestMessage NewEmail(Customer customer, string name, string? code)
    {
        var strict = TestTenants.Strict;
        var email = $"{name}-{customer.Profile.ReferenceOf(contract.Name)}@{contract.Name}.example";
        var request = contract.Update(customer, contract.WriteEmail(email), key: strict.Key(contract.Name), tenant: strict);
        return code is null ? request : WithOtp(request, code);
    }
}
