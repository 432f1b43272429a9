using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CustomerUpdate.Api.Otp;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.OneTimePasswords;
using CustomerUpdate.Core.Updates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CustomerUpdate.Api.Tests.Otp;

/// <summary>The three ways in which a host sends codes, or does not.</summary>
public sealed class OtpSenderTests : IDisposable
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private static readonly OtpMessage Message = new(
        new Guid("0198f000-0000-7000-8000-000000000001"),
        new Guid("0198f000-0000-7000-8000-0000000000a1"),
        new OtpAddress(OtpChannel.Email, "juan+\"x\"@example.com"),
        "042042",
        new DateTimeOffset(2026, 1, 2, 3, 14, 5, TimeSpan.Zero));

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly CapturedLog log = new();

    [Fact]
    public async Task The_configured_address_gets_a_signed_request()
    {
        using var listener = LoopbackListener.Start(204);

        Assert.Null(await SendAsync(listener.Url));

        var (method, headers, body) = Assert.Single(listener.Requests);
        Assert.Equal(("POST", "application/json"), (method, headers["Content-Type"]));
        Assert.Equal(
            """{"tenantId":"0198f000-0000-7000-8000-000000000001","customerId":"0198f000-0000-7000-8000-0000000000a1","channel":"email","to":"juan+\"x\"@example.com","code":"042042","expiresAt":"2026-01-02T03:14:05+00:00"}""",
            JsonNode.Parse(body)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        var seconds = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{seconds}.{body}"));
        Assert.Equal($"t={seconds},v1={Convert.ToHexStringLower(signature)}", headers[HttpOtpSender.SignatureHeader]);
        AssertNothingLogged();
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(400)]
    [InlineData(500)]
    public async Task What_does_not_take_it_has_not_sent_it_and_no_redirect_is_followed(int status)
    {
        using var listener = LoopbackListener.Start(status);

        Assert.Equal(FailureKind.OtpNotSent, (await SendAsync(listener.Url))?.Kind);

        Assert.Single(listener.Requests);
        Assert.Contains(log.Lines, line => line.Contains($"answered {status}", StringComparison.Ordinal));
        AssertNothingLogged();
    }

    [Fact]
    public async Task What_is_not_there_has_not_sent_it()
    {
        Uri url;
        using (var listener = LoopbackListener.Start(204))
        {
            url = listener.Url;
        }

        Assert.Equal(FailureKind.OtpNotSent, (await SendAsync(url))?.Kind);
        AssertNothingLogged();
    }

    [Fact]
    public async Task What_does_not_answer_is_waited_for_ten_seconds()
    {
        using var listener = LoopbackListener.Start(null);

        var sending = SendAsync(listener.Url);
        await listener.Arrived;
        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(sending.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(FailureKind.OtpNotSent, (await sending)?.Kind);
    }

    [Fact]
    public async Task The_console_is_told_the_code_and_the_log_is_not()
    {
        using var console = new StringWriter();

        Assert.Null(await new ConsoleOtpSender(console).SendAsync(Message, CancellationToken.None));

        Assert.Contains("042042", console.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("juan", console.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development", null, typeof(ConsoleOtpSender))]
    [InlineData("Production", null, typeof(NoOtpSender))]
    [InlineData("Production", "http://127.0.0.1:1/otp", typeof(HttpOtpSender))]
    [InlineData("Development", "https://sender.example/otp", typeof(HttpOtpSender))]
    public async Task A_host_sends_as_it_is_configured(string environment, string? url, Type sender)
    {
        var settings = new Dictionary<string, string?> { ["Otp:Sender:Url"] = url, ["Otp:Sender:Secret"] = url is null ? null : Secret };
        await using var host = await HostUnderTest.StartAsync("sqlite", environment, settings: settings);

        Assert.IsType(sender, host.Services.GetRequiredService<IOtpSender>());
    }

    [Fact]
    public async Task A_host_without_a_sender_says_so()
    {
        await using var host = await HostUnderTest.StartAsync("sqlite", replace: services => services.AddSingleton<IOtpSender, NoOtpSender>());
        var hub = new Hub.Keys.HubClient(host);

        var answer = await hub.PostAsync(SentCodes.PathOf(await host.Customers.CreateAsync()));

        Assert.Equal((503, "no-sender"), (answer.Status, answer.Text("type")));
        Assert.Contains("Otp:Sender:Url", answer.Text("detail"), StringComparison.Ordinal);
    }

    public void Dispose() => log.Dispose();

    private async Task<Failure?> SendAsync(Uri url)
    {
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(log));
        using var sender = new HttpOtpSender(
            new OtpSenderSettings(url, Encoding.UTF8.GetBytes(Secret)), clock, loggers.CreateLogger<HttpOtpSender>());
        return await sender.SendAsync(Message, CancellationToken.None);
    }

    private void AssertNothingLogged() => Assert.DoesNotContain(
        log.Lines, line => new[] { "042042", "juan", Secret }.Any(secret => line.Contains(secret, StringComparison.Ordinal)));
}
