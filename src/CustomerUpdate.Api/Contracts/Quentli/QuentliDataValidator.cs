using System.Linq.Expressions;
using CustomerUpdate.Core.Customers;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.Quentli;

/// <summary>
/// The nineteen members, a line and a sentence each. Null clears what answers may show as null; what they never show as null it does not.
/// A list is right or wrong as a whole, so that a long list of wrong items does not make a longer answer.
/// </summary>
internal sealed class QuentliDataValidator : AbstractValidator<QuentliData>
{
    /// <summary>The most characters of a password: more than anybody types, and little enough to hash.</summary>
    private const int MaximumPasswordLength = 1024;

    private const string Text = "must be a string";
    private const string TextOrNull = "must be a string or null";
    private const string Truth = "must be true or false";
    private const string AddressOrNull = "must be a well-formed e-mail address of at most 512 characters, or null";
    private const string NumberOrNull = "must be a phone number in E.164 form, such as +525512345678, or null";
    private const string TimeOrNull = "must be an ISO 8601 date and time with Z or an offset, such as 2025-01-15T10:30:00.000Z, or null";
    private const string Pairs = "must be an array of objects with a string \"key\" and a string \"value\"";

    public QuentliDataValidator()
    {
        Member(data => data.Name, "name", name => name is not null, Text);
        Member(data => data.Email, "email", IsAddressOrNull, AddressOrNull);
        Member(data => data.PhoneNumber, "phoneNumber", IsNumberOrNull, NumberOrNull);
        Member(data => data.Password, "password", IsPassword, $"must be a string of 1 to {MaximumPasswordLength} characters");
        Member(data => data.Username, "username", IsUsername, $"must be a string of 1 to {CustomerKey.MaximumLength} characters");
        Member(data => data.Tags, "tags", AreTags, "must be an array of strings");
        Member(data => data.TosIp, "tosIp", Anything, TextOrNull);
        Member(data => data.SecondaryPhoneNumber, "secondaryPhoneNumber", IsNumberOrNull, NumberOrNull);
        Member(data => data.AcceptedServiceAgreement, "acceptedServiceAgreement", Anything, Truth);
        Member(data => data.SkipTaxInvoice, "skipTaxInvoice", Anything, Truth);
        Member(data => data.Signature, "signature", Anything, TextOrNull);
        Member(data => data.AssigneeId, "assigneeId", Anything, TextOrNull);
        Member(data => data.OptedOutWhatsappAt, "optedOutWhatsappAt", IsTimeOrNull, TimeOrNull);
        Member(data => data.HasChangedPassword, "hasChangedPassword", Anything, Truth);
        Member(data => data.PhoneNumberVerified, "phoneNumberVerified", Anything, Truth);
        Member(data => data.EmailVerified, "emailVerified", Anything, Truth);
        Member(data => data.ReplyWithAssistant, "replyWithAssistant", Anything, "must be true, false or null");
        Member(data => data.Metadata, "metadata", ArePairs, Pairs);
        Member(data => data.Meta, "meta", AreTexts, "must be an object whose values are strings");
    }

    private static bool Anything<T>(T value) => true;

    private static bool IsAddressOrNull(string? email) =>
        email is null || (EmailAddress.IsWellFormed(email) && email.Length <= CustomerKey.MaximumLength);

    private static bool IsNumberOrNull(string? number) => number is null || PhoneNumber.IsE164(number);

    private static bool IsTimeOrNull(string? time) => time is null || QuentliTime.Find(time) is not null;

    private static bool IsPassword(string? password) => password is { Length: > 0 and <= MaximumPasswordLength };

    private static bool IsUsername(string? username) => username is { Length: > 0 and <= CustomerKey.MaximumLength };

    private static bool AreTags(string?[]? tags) => tags is not null && !tags.Contains(null);

    private static bool ArePairs(QuentliMetadataEntry?[]? entries) =>
        entries is not null && entries.All(entry => entry is { Key: not null, Value: not null });

    private static bool AreTexts(Dictionary<string, string?>? values) => values is not null && !values.ContainsValue(null);

    private void Member<T>(Expression<Func<QuentliData, Optional<T>>> member, string name, Func<T, bool> isLegal, string rule) =>
        RuleFor(member).Must(sent => sent.IsAbsent || (sent.IsPresent && isLegal(sent.Value)))
            .OverridePropertyName(name).WithErrorCode(QuentliErrors.ValidationError).WithMessage(rule);
}
