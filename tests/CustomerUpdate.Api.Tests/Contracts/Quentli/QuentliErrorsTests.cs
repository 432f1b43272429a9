using System.Text;
using System.Text.Json;
using CustomerUpdate.Api.Contracts.Quentli;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Contracts.Quentli;

public sealed class QuentliErrorsTests
{
    private static readonly Customer Owner = new()
    {
        TenantId = Guid.Empty,
        Id = Guid.Empty,
        Version = 1,
        CreatedAt = default,
        UpdatedAt = default,
        Profile = new Profile { Name = new PersonName("Ada Lovelace", "Ada", "Lovelace"), References = [new Reference("quentli", "cmowner")] },
    };

    private static readonly Dictionary<FailureKind, (int Status, string Code)> Expected = new()
    {
        [FailureKind.CredentialMissing] = (401, "UNAUTHORIZED"),
        [FailureKind.CredentialUnknown] = (401, "UNAUTHORIZED"),
        [FailureKind.TenantMissing] = (403, "FORBIDDEN"),
        [FailureKind.TenantUnknown] = (403, "FORBIDDEN"),
        [FailureKind.TenantForeign] = (403, "FORBIDDEN"),
        [FailureKind.ReadOnlyKey] = (403, "FORBIDDEN"),
        [FailureKind.Forbidden] = (403, "FORBIDDEN"),
        [FailureKind.RouteUnknown] = (404, "NOT_FOUND"),
        [FailureKind.MethodNotAllowed] = (405, "METHOD_NOT_ALLOWED"),
        [FailureKind.UnsupportedMediaType] = (415, "UNSUPPORTED_MEDIA_TYPE"),
        [FailureKind.TooLarge] = (413, "PAYLOAD_TOO_LARGE"),
        [FailureKind.Malformed] = (400, "MALFORMED_JSON"),
        [FailureKind.Invalid] = (400, "VALIDATION_ERROR"),
        [FailureKind.NotFound] = (404, "NOT_FOUND"),
        [FailureKind.EntryNotFound] = (404, "NOT_FOUND"),
        [FailureKind.Taken] = (409, "EMAIL_TAKEN"),
        [FailureKind.HeaderInvalid] = (400, "INVALID_HEADER"),
        [FailureKind.PreconditionFailed] = (412, "PRECONDITION_FAILED"),
        [FailureKind.PreconditionRequired] = (428, "PRECONDITION_REQUIRED"),
        [FailureKind.IdempotencyKeyReused] = (422, "IDEMPOTENCY_KEY_REUSED"),
        [FailureKind.RequestInProgress] = (409, "REQUEST_IN_PROGRESS"),
        [FailureKind.RateLimited] = (429, "RATE_LIMITED"),
        [FailureKind.OtpRejected] = (400, "OTP_REJECTED"),
        [FailureKind.OtpAddressMissing] = (500, "INTERNAL_ERROR"),
        [FailureKind.OtpSenderMissing] = (500, "INTERNAL_ERROR"),
        [FailureKind.OtpNotSent] = (500, "INTERNAL_ERROR"),
        [FailureKind.Busy] = (503, "BUSY"),
        [FailureKind.Unexpected] = (500, "INTERNAL_ERROR"),
    };

    [Fact]
    public void Every_failure_has_a_status_a_code_and_a_message()
    {
        foreach (var kind in Enum.GetValues<FailureKind>())
        {
            var failure = Failure.Of(kind) with
            {
                Problems = [new Problem("input", "VALIDATION_ERROR", "is required and must be an object")],
                Taken = [new TakenKey(new CustomerKey(CustomerKey.EmailKind, "ada@example.com"), Owner)],
            };
            var answer = QuentliErrors.ToAnswer(failure);
            var error = JsonDocument.Parse(answer.Body).RootElement;

            Assert.Equal(Expected[kind], (answer.Status, error.GetProperty("code").GetString()!));
            Assert.NotEmpty(error.GetProperty("message").GetString()!);
            Assert.Equal("application/json; charset=utf-8", answer.ContentType);
        }
    }

    [Fact]
    public void A_general_error_has_a_code_and_a_message_and_nothing_else() => Assert.Equal(
        """{"code":"NOT_FOUND","message":"The customer was not found in this organization."}""",
        TextOf(QuentliErrors.ToAnswer(Failure.Of(FailureKind.NotFound))));

    [Fact]
    public void The_message_names_every_offending_member() => Assert.Equal(
        """{"code":"VALIDATION_ERROR","message":"input.data.name must be a string; input.otp must be a string","""
        + """ "errors":[{"path":"input.data.name","message":"must be a string"},{"path":"input.otp","message":"must be a string"}]}""".TrimStart(),
        TextOf(QuentliErrors.ToAnswer(Failure.Invalid(
        [
            new Problem("input.data.name", "VALIDATION_ERROR", "must be a string"),
            new Problem("input.otp", "VALIDATION_ERROR", "must be a string"),
        ]))));

    [Theory]
    [InlineData("email", "input.data.email")]
    [InlineData("phone", "input.data.phoneNumber")]
    [InlineData("username", "input.data.username")]
    public void A_value_that_only_the_commit_refuses_has_the_contracts_name(string canonical, string path)
    {
        var answer = QuentliErrors.ToAnswer(Failure.Invalid([new Problem(canonical, "too_long", "is too long (maximum is 512 characters)")]));

        Assert.Contains($"\"message\":\"{path} is too long (maximum is 512 characters)\"", TextOf(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CustomerKey.EmailKind, "EMAIL_TAKEN", "email")]
    [InlineData(CustomerKey.PhoneKind, "PHONE_TAKEN", "phoneNumber")]
    [InlineData(CustomerKey.UsernameKind, "USERNAME_TAKEN", "username")]
    public void A_taken_value_is_shown_with_the_customer_that_has_it(string kind, string code, string member)
    {
        var answer = QuentliErrors.ToAnswer(Failure.Of(FailureKind.Taken) with { Taken = [new TakenKey(new CustomerKey(kind, "value"), Owner)] });
        var error = JsonDocument.Parse(answer.Body).RootElement;

        Assert.Equal(409, answer.Status);
        Assert.Equal(["code", "message", member, "conflictingCustomer"], error.EnumerateObject().Select(property => property.Name));
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.Equal("value", error.GetProperty(member).GetString());
        Assert.Equal("""{"id":"cmowner","name":"Ada Lovelace"}""", error.GetProperty("conflictingCustomer").GetRawText());
    }

    [Theory]
    [InlineData(FailureKind.CredentialMissing)]
    [InlineData(FailureKind.CredentialUnknown)]
    public void Who_is_not_let_in_is_told_the_scheme(FailureKind kind) =>
        Assert.Equal([KeyValuePair.Create("WWW-Authenticate", "Bearer")], QuentliErrors.ToAnswer(Failure.Of(kind)).Headers);

    [Fact]
    public void A_wrong_method_is_told_the_right_ones() => Assert.Equal(
        [KeyValuePair.Create("Allow", "PATCH, GET")],
        QuentliErrors.ToAnswer(Failure.Of(FailureKind.MethodNotAllowed) with { AllowedMethods = ["PATCH", "GET"] }).Headers);

    private static string TextOf(Answer answer) => Encoding.UTF8.GetString(answer.Body.Span);
}
