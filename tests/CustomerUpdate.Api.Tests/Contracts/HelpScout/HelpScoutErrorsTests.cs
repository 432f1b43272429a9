using System.Text;
using System.Text.Json;
using CustomerUpdate.Api.Contracts.HelpScout;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using static CustomerUpdate.Api.Tests.Contracts.HelpScout.HelpScoutSamples;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

/// <summary>Help Scout's status and words for every kind of failure.</summary>
public sealed class HelpScoutErrorsTests
{
    private const string LogRef = "64bb72b4-0a92-11e8-ba89-0ed5f89f718b";

    public static TheoryData<FailureKind, int> Statuses => new()
    {
        { FailureKind.ReadOnlyKey, 403 },
        { FailureKind.Forbidden, 403 },
        { FailureKind.RouteUnknown, 404 },
        { FailureKind.MethodNotAllowed, 405 },
        { FailureKind.UnsupportedMediaType, 415 },
        { FailureKind.TooLarge, 413 },
        { FailureKind.NotFound, 404 },
        { FailureKind.EntryNotFound, 404 },
        { FailureKind.Taken, 409 },
        { FailureKind.Malformed, 400 },
        { FailureKind.Invalid, 400 },
        { FailureKind.HeaderInvalid, 400 },
        { FailureKind.PreconditionFailed, 412 },
        { FailureKind.PreconditionRequired, 428 },
        { FailureKind.IdempotencyKeyReused, 422 },
        { FailureKind.RequestInProgress, 409 },
        { FailureKind.RateLimited, 429 },
        { FailureKind.OtpRejected, 400 },
        { FailureKind.OtpAddressMissing, 500 },
        { FailureKind.OtpSenderMissing, 500 },
        { FailureKind.OtpNotSent, 500 },
        { FailureKind.Busy, 503 },
        { FailureKind.Unexpected, 500 },
    };

    public static TheoryData<FailureKind> OfTokens =>
        new(FailureKind.CredentialMissing, FailureKind.CredentialUnknown, FailureKind.TenantMissing, FailureKind.TenantUnknown, FailureKind.TenantForeign);

    [Fact]
    public void Validation_errors_have_the_published_shape()
    {
        var failure = Failure.Invalid(
            [HelpScoutProblem.Empty("[0].value"), HelpScoutProblem.NotOneOf("[1].value.type", ["home", "other", "work"], "Wrong")]);

        Assert.Equal(Compact(Read("validation-error.json")), Compact(Text(HelpScoutErrors.ToAnswer(failure, LogRef))));
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Every_failure_has_a_status_and_the_unified_shape(FailureKind kind, int status)
    {
        var answer = HelpScoutErrors.ToAnswer(Failure.Of(kind), LogRef);
        var body = JsonDocument.Parse(answer.Body).RootElement;

        Assert.Equal(status, answer.Status);
        Assert.Equal("application/vnd.error+json", answer.ContentType);
        Assert.Equal(LogRef, body.GetProperty("logRef").GetString());
        Assert.NotEmpty(body.GetProperty("message").GetString()!);
        Assert.StartsWith("https://", body.GetProperty("_links").GetProperty("about").GetProperty("href").GetString(), StringComparison.Ordinal);
        Assert.True(!body.TryGetProperty("_embedded", out var embedded) || embedded.GetProperty("errors").GetArrayLength() > 0);
    }

    [Theory]
    [MemberData(nameof(OfTokens))]
    public void A_token_that_opens_nothing_is_refused_in_oauths_words(FailureKind kind)
    {
        var answer = HelpScoutErrors.ToAnswer(Failure.Of(kind), LogRef);
        var body = JsonDocument.Parse(answer.Body).RootElement;

        Assert.Equal((401, "application/json"), (answer.Status, answer.ContentType));
        Assert.Contains(KeyValuePair.Create("WWW-Authenticate", "Bearer"), answer.Headers);
        Assert.Equal(["error", "error_description"], body.EnumerateObject().Select(member => member.Name));
        Assert.Equal("invalid_token", body.GetProperty("error").GetString());
    }

    [Fact]
    public void Every_kind_of_failure_is_listed_above() =>
        Assert.Equal(Enum.GetValues<FailureKind>().Order(), Statuses.Concat(OfTokens).Select(row => (FailureKind)row[0]).Order());

    [Fact]
    public void A_limited_request_says_so_under_both_names_that_clients_read()
    {
        var error = JsonDocument.Parse(HelpScoutErrors.ToAnswer(Failure.Of(FailureKind.RateLimited), LogRef).Body).RootElement;

        Assert.Equal("API rate limit exceeded", error.GetProperty("message").GetString());
        Assert.Equal("API rate limit exceeded", error.GetProperty("error").GetString());
    }

    [Fact]
    public void A_taken_value_is_named()
    {
        var owner = new Customer
        {
            TenantId = Guid.Empty,
            Id = Guid.Empty,
            Version = 1,
            CreatedAt = default,
            UpdatedAt = default,
            Profile = new Profile { Name = new PersonName("Ada", "Ada", null) },
        };
        var failure = Failure.Of(FailureKind.Taken) with
        {
            Taken = [new(new CustomerKey(CustomerKey.EmailKind, "a@example.com"), owner), new(new CustomerKey(CustomerKey.PhoneKind, "+12025550100"), owner)],
        };

        var body = Text(HelpScoutErrors.ToAnswer(failure, LogRef));

        var error = JsonDocument.Parse(body).RootElement;
        Assert.Equal("Another customer already has this value (/emails, /phones)", error.GetProperty("message").GetString());
        Assert.False(error.TryGetProperty("_embedded", out _));
        Assert.DoesNotContain("Ada", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_malformed_body_says_where()
    {
        var body = Text(HelpScoutErrors.ToAnswer(Failure.Of(FailureKind.Malformed) with { Offset = 12 }, LogRef));

        Assert.Contains("from byte 12 on", body, StringComparison.Ordinal);
        Assert.DoesNotContain("rejectedValue", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_is_there_twice_is_named()
    {
        var failure = Failure.Of(FailureKind.Malformed) with { Offset = 12, RepeatedName = "op" };

        var cause = JsonDocument.Parse(HelpScoutErrors.ToAnswer(failure, LogRef, "{}").Body).RootElement.GetProperty("_embedded").GetProperty("errors")[0];

        Assert.Equal("{}", cause.GetProperty("path").GetString());
        Assert.Equal("The member 'op' is there twice, again at byte 12", cause.GetProperty("message").GetString());
    }

    [Fact]
    public void Another_method_is_told_the_allowed_ones()
    {
        var failure = Failure.Of(FailureKind.MethodNotAllowed) with { AllowedMethods = ["PATCH", "GET"] };

        Assert.Contains(KeyValuePair.Create("Allow", "PATCH, GET"), HelpScoutErrors.ToAnswer(failure, LogRef).Headers);
    }

    private static string Text(Answer answer) => Encoding.UTF8.GetString(answer.Body.Span);
}
