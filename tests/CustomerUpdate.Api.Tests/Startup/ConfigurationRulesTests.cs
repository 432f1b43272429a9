using CustomerUpdate.Api.Tests.CommandLine;
using CustomerUpdate.Api.Tests.Databases;
using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Startup;

/// <summary>What the host refuses to start with.</summary>
public sealed class ConfigurationRulesTests
{
    [Theory]
    [InlineData("Production", null, "missing")]
    [InlineData("Production", "", "missing")]
    [InlineData("Staging", null, "missing")]
    [InlineData("Production", "cu_operator_development_key_0000", "everybody knows")]
    [InlineData("Staging", "cu_operator_development_key_0000", "everybody knows")]
    [InlineData("Production", "cu_operator_31_characters_00000", "fewer than 32 characters")]
    [InlineData("Development", "cu_operator_31_characters_00000", "fewer than 32 characters")]
    [InlineData("Production", "                                ", "no Authorization header can carry")]
    [InlineData("Production", "thirty two characters with spaces", "no Authorization header can carry")]
    [InlineData("Production", "öperator-of-thirty-two-characters", "no Authorization header can carry")]
    [InlineData("Development", "operator,of,thirty,two,characters", "no Authorization header can carry")]
    public async Task Refuses_to_start_without_a_good_operator_key(string environment, string? key, string reason)
    {
        var refusal = await RefusalAsync(environment, "Operator:Key", key);

        Assert.Contains("Operator:Key", refusal, StringComparison.Ordinal);
        Assert.Contains("Operator__Key", refusal, StringComparison.Ordinal);
        Assert.Contains(reason, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("31_characters", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Limits:RequestsPerMinute", "abc")]
    [InlineData("Limits:FailedAuthenticationsPerMinute", "-5")]
    [InlineData("Limits:SearchesPerMinute", "1.5")]
    [InlineData("Callers:CacheSize", "1.5")]
    [InlineData("Commits:QueueLimit", "many", 1)]
    [InlineData("Commits:QueueLimit", "0", 1)]
    public async Task Refuses_a_number_that_is_none(string setting, string value, int least = 0)
    {
        var refusal = await RefusalAsync("Development", setting, value);

        Assert.StartsWith($"{setting} must be a whole number from {least} to ", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("crm.example.com")]
    [InlineData("https://crm.example.com/")]
    [InlineData("https://crm.example.com, https://other.example.com/app")]
    public async Task Refuses_an_origin_that_is_none(string origins)
    {
        var refusal = await RefusalAsync("Development", "Cors:Origins", origins);

        Assert.StartsWith("Cors:Origins has ", refusal, StringComparison.Ordinal);
        Assert.Contains("https://crm.example.com", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_fixed_one_time_password_in_Production()
    {
        var refusal = await RefusalAsync("Production", "Otp:FixedCode", "123456");

        Assert.Contains("Otp:FixedCode", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("123456", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("1234567")]
    [InlineData("12345x")]
    public async Task Refuses_a_fixed_one_time_password_that_can_be_none(string code)
    {
        var refusal = await RefusalAsync("Development", "Otp:FixedCode", code);

        Assert.StartsWith("Otp:FixedCode must be six digits", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain(code, refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://sender.example/otp", "0123456789abcdef0123456789abcdef", "Otp:Sender:Url must be an absolute https address")]
    [InlineData("/otp", "0123456789abcdef0123456789abcdef", "Otp:Sender:Url must be an absolute https address")]
    [InlineData("https://sender.example/otp", null, "Otp:Sender:Secret must have at least 32 characters")]
    [InlineData("https://sender.example/otp", "too-short-to-be-a-secret", "Otp:Sender:Secret must have at least 32 characters")]
    [InlineData(null, "0123456789abcdef0123456789abcdef", "set both or neither")]
    public async Task Refuses_a_sender_of_one_time_passwords_that_is_not_safe(string? url, string? secret, string reason)
    {
        foreach (var environment in new[] { "Development", "Production" })
        {
            var refusal = await RefusalAsync(environment, new() { ["Otp:Sender:Url"] = url, ["Otp:Sender:Secret"] = secret });

            Assert.Contains(reason, refusal, StringComparison.Ordinal);
            Assert.DoesNotContain(secret ?? "sender.example", refusal, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Starts_in_Production_with_an_operator_key_of_32_characters()
    {
        Assert.Equal(32, HostUnderTest.OperatorKey.Length);
        await using var host = await HostUnderTest.StartAsync("sqlite", "Production");

        Assert.Equal(200, (int)(await host.Client.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode);
    }

    private static Task<string> RefusalAsync(string environment, string setting, string? value) =>
        RefusalAsync(environment, new() { [setting] = value });

    private static async Task<string> RefusalAsync(string environment, Dictionary<string, string?> settings)
    {
        await using var database = SqliteDatabase.Create();
        Dictionary<string, string?> all = new() { ["Operator:Key"] = HostUnderTest.OperatorKey, ["Otp:FixedCode"] = "" };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        var run = await new Executable(database, environment, all).RunAsync("--urls", "http://127.0.0.1:0");
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        return run.Error;
    }
}
