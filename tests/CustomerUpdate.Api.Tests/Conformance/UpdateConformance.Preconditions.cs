using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Conformance;

/// <summary>Tags of versions: an update that is meant for another version than the one there is writes nothing.</summary>
public abstract partial class UpdateConformance
{
    [Fact]
    public async Task Answers_that_carry_a_customer_are_tagged_with_its_version_and_the_lens()
    {
        var customer = await host.Customers.CreateAsync();

        var (shown, _) = await SendAsync(contract.Show(customer));
        var (updated, _) = await SendAsync(contract.Update(customer, ValidBody));

        Assert.Equal($"\"1-{contract.Name}\"", shown.Headers.ETag?.ToString());
        Assert.Equal($"\"2-{contract.Name}\"", updated.Headers.ETag?.ToString());
    }

    [Theory]
    [InlineData("\"1-{0}\"")]
    [InlineData("\"1-hub\"")]
    [InlineData("\"1-quentli\"")]
    [InlineData("*")]
    [InlineData("\"7-{0}\", \"1-{0}\"")]
    [InlineData("\"abc\", \"1-hub\"")]
    public async Task Whoever_has_read_the_current_version_may_write(string tags)
    {
        var customer = await host.Customers.CreateAsync();

        var (answer, body) = await SendAsync(WithMatch(contract.Update(customer, ValidBody), tags));

        Assert.True(answer.IsSuccessStatusCode, body);
        Assert.Equal(2, (await host.Customers.ReadAsync(customer)).Version);
    }

    [Theory]
    [InlineData("\"7-{0}\"")]
    [InlineData("W/\"1-{0}\"")]
    [InlineData("\"abc\"")]
    [InlineData("\"1\"")]
    [InlineData("\"01-{0}\"")]
    [InlineData("\"1-HUB\"")]
    public async Task Whoever_has_not_is_refused(string tags)
    {
        var customer = await host.Customers.CreateAsync();

        await AssertStatusAsync(412, FailureKind.PreconditionFailed, WithMatch(contract.Update(customer, ValidBody), tags));

        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }

    [Fact]
    public async Task Who_comes_too_late_is_told_what_changed_since()
    {
        var customer = await host.Customers.CreateAsync();
        await SendAsync(contract.Update(customer, ValidBody));

        var body = await AssertStatusAsync(
            412, FailureKind.PreconditionFailed, WithMatch(contract.Update(customer, contract.WriteName("Late", "Comer")), "\"1-{0}\""));

        Assert.Contains("lastName", body, StringComparison.Ordinal);
        Assert.Equal("Grace Hopper", (await host.Customers.ReadAsync(customer)).Profile.Name.Full);
    }

    [Fact]
    public async Task Of_two_that_read_the_same_version_one_writes()
    {
        var customer = await host.Customers.CreateAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            SendAsync(WithMatch(contract.Update(customer, contract.WriteName($"Grace{number}", "Hopper")), "\"1-{0}\""))));

        Assert.Single(answers, answer => answer.Answer.IsSuccessStatusCode);
        Assert.Equal(7, answers.Count(answer => (int)answer.Answer.StatusCode == 412));
        Assert.Equal(2, (await host.Customers.ReadAsync(customer)).Version);
    }

    [Fact]
    public async Task An_unreadable_precondition_is_refused()
    {
        var customer = await host.Customers.CreateAsync();

        var body = await AssertStatusAsync(400, FailureKind.HeaderInvalid, WithMatch(contract.Update(customer, ValidBody), "1-hub"));

        Assert.Contains("If-Match", body, StringComparison.Ordinal);
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }

    [Fact]
    public async Task Where_a_tenant_requires_a_precondition_a_write_without_one_is_refused()
    {
        var careful = TestTenants.Careful;
        var customer = await host.Customers.CreateAsync(careful);

        await AssertStatusAsync(428, FailureKind.PreconditionRequired, Request());
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
        var (answer, body) = await SendAsync(WithMatch(Request(), "\"1-{0}\""));
        Assert.True(answer.IsSuccessStatusCode, body);

        HttpRequestMessage Request() => contract.Update(customer, ValidBody, key: careful.Key(contract.Name), tenant: careful);
    }

    [Fact]
    public async Task What_the_reader_has_already_is_not_sent_again()
    {
        var customer = await host.Customers.CreateAsync();

        var (same, sameBody) = await SendAsync(WithNoneMatch($"\"1-{contract.Name}\""));
        var (weak, _) = await SendAsync(WithNoneMatch($"\"9-hub\", W/\"1-{contract.Name}\""));
        var (other, _) = await SendAsync(WithNoneMatch("\"1-other\""));

        Assert.Equal((304, ""), ((int)same.StatusCode, sameBody));
        Assert.Equal($"\"1-{contract.Name}\"", same.Headers.ETag?.ToString());
        Assert.Equal(304, (int)weak.StatusCode);
        Assert.Equal(200, (int)other.StatusCode);

        HttpRequestMessage WithNoneMatch(string tags)
        {
            var request = contract.Show(customer);
            request.Headers.TryAddWithoutValidation("If-None-Match", tags);
            return request;
        }
    }

    private HttpRequestMessage WithMatch(HttpRequestMessage request, string tags)
    {
        request.Headers.TryAddWithoutValidation("If-Match", tags.Replace("{0}", contract.Name, StringComparison.Ordinal));
        return request;
    }

    private async Task<string> AssertStatusAsync(int status, FailureKind kind, HttpRequestMessage request)
    {
        var (answer, body) = await SendAsync(request);
        Assert.True(status == (int)answer.StatusCode, $"{kind} was {(int)answer.StatusCode}: {body}");
        contract.AssertShape(kind, answer, body);
        return body;
    }
}
