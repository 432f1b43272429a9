using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.OneTimePasswords;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Tests.Updates;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Core.Tests.OneTimePasswords;

/// <summary>Sending a code; the test itself stands for what keeps challenges and for what sends.</summary>
public sealed class SendOneTimePasswordTests : IOtpChallenges, IOtpSender
{
    private static readonly CustomerKey Juan = CustomerKey.Reference("quentli", "cmab12");

    private readonly List<string> events = [];
    private Func<Failure?> answer = () => null;

    [Fact]
    public async Task The_code_that_is_kept_is_the_code_that_is_sent()
    {
        var sent = (await SendAsync()).Match(sent => sent, _ => null!);

        Assert.Equal(new SentOneTimePassword(DateTimeOffset.UnixEpoch, "j***@example.com"), sent);
        Assert.Equal(2, events.Count);
        Assert.Matches(@"\Akept [0-9]{6}\z", events[0]);
        Assert.Equal(events[0].Replace("kept", "sent", StringComparison.Ordinal), events[1]);
    }

    [Fact]
    public async Task A_code_that_is_not_sent_is_taken_back()
    {
        answer = () => Failure.Of(FailureKind.OtpNotSent);

        Assert.Equal(FailureKind.OtpNotSent, KindOf(await SendAsync()));
        Assert.Equal("withdrawn", events[^1]);
    }

    [Fact]
    public async Task A_code_whose_sender_breaks_down_is_taken_back()
    {
        answer = () => throw new IOException("The line is dead.");

        await Assert.ThrowsAsync<IOException>(SendAsync);
        Assert.Equal("withdrawn", events[^1]);
    }

    [Fact]
    public async Task Nothing_is_kept_or_sent_for_those_who_may_not_ask_or_cannot_be_reached()
    {
        Assert.Equal(FailureKind.ReadOnlyKey, KindOf(await SendAsync(role: KeyRole.Read)));
        Assert.Equal(FailureKind.NotFound, KindOf(await SendAsync(CustomerKey.Reference("quentli", "nobody"))));
        Assert.Equal(FailureKind.OtpAddressMissing, KindOf(await SendAsync(profile: new Profile())));
        Assert.Empty(events);
    }

    [Fact]
    public async Task A_dry_run_says_where_the_code_would_go_and_sends_none()
    {
        var would = (await SendAsync(isDryRun: true)).Match(would => would, _ => null!);

        Assert.Equal("j***@example.com", would.SentTo);
        Assert.Empty(events);
    }

    Task<Result<OtpChallenge>> IOtpChallenges.ReplaceAsync(Guid tenantId, Guid customerId, string code, CancellationToken cancellationToken)
    {
        events.Add($"kept {code}");
        return Task.FromResult<Result<OtpChallenge>>(new OtpChallenge(Guid.Empty, DateTimeOffset.UnixEpoch));
    }

    Task IOtpChallenges.WithdrawAsync(Guid tenantId, Guid customerId, OtpChallenge challenge, CancellationToken cancellationToken)
    {
        events.Add("withdrawn");
        return Task.CompletedTask;
    }

    Task<Failure?> IOtpSender.SendAsync(OtpMessage message, CancellationToken cancellationToken)
    {
        events.Add($"sent {message.Code}");
        return Task.FromResult(answer());
    }

    private static FailureKind? KindOf(Result<SentOneTimePassword> result) => result.Match<FailureKind?>(_ => null, failure => failure.Kind);

    private Task<Result<SentOneTimePassword>> SendAsync() => SendAsync(null);

    private Task<Result<SentOneTimePassword>> SendAsync(CustomerKey? target = null, Profile? profile = null, KeyRole role = KeyRole.Write, bool isDryRun = false)
    {
        var emails = new EntryList { Entries = [new Entry(1, "work", "juan@example.com", "juan@example.com")], PrimaryId = 1 };
        var customers = new InMemoryCustomers(Juan, Acme.Customer(profile ?? new Profile { Emails = emails }));
        var send = new SendOneTimePassword(customers, this, this, TimeProvider.System);
        return send.ExecuteAsync(new Caller(Acme.Tenant, null, "hub", role), target ?? Juan, isDryRun, CancellationToken.None);
    }
}
