using System.Linq.Expressions;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>
/// Chatwoot's rules for the members that were sent, in the order in which Chatwoot reports them: lengths first. The messages lack the
/// attribute's name, which <see cref="ChatwootErrors"/> puts before them as Rails does.
/// </summary>
internal sealed class ChatwootRequestValidator : AbstractValidator<ChatwootRequest>
{
    /// <summary>The most characters that a text column takes. Far below what a unique value may have, which therefore needs no rule.</summary>
    public const int MaximumLength = 255;

    public ChatwootRequestValidator()
    {
        MustFit(request => request.Name, "name");
        MustFit(request => request.Email, "email");
        MustFit(request => request.PhoneNumber, "phone_number");
        MustFit(request => request.Identifier, "identifier");

        RuleFor(request => request.Avatar).MustWhenPresent(string.IsNullOrWhiteSpace)
            .OverridePropertyName("avatar").WithErrorCode("invalid").WithMessage("is invalid"); // a text would be the id of an earlier upload

        RuleFor(request => request.Picture).Must(picture => picture is null || (!picture.IsCutOff && picture.Bytes.Length <= MultipartForm.MaximumFileLength))
            .OverridePropertyName("avatar").WithErrorCode("too_large").WithMessage("is too big");

        RuleFor(request => request.Picture).Must(picture => picture is null || PictureType.Find(picture) is not null)
            .OverridePropertyName("avatar").WithErrorCode("unsupported").WithMessage("filetype not supported");

        RuleFor(request => request.Email).MustWhenPresent(email => string.IsNullOrWhiteSpace(email) || EmailAddress.IsWellFormed(email))
            .OverridePropertyName("email").WithErrorCode("invalid").WithMessage("Invalid email");

        RuleFor(request => request.PhoneNumber).MustWhenPresent(phone => string.IsNullOrWhiteSpace(phone) || PhoneNumber.IsE164(phone))
            .OverridePropertyName("phone_number").WithErrorCode("invalid").WithMessage("should be in e164 format");

        RuleFor(request => request.Blocked).MustWhenPresent(blocked => blocked is not null)
            .OverridePropertyName("blocked").WithErrorCode("blank").WithMessage("can't be blank");
    }

    // Ruby counts characters, not UTF-16 units: an emoji is one.
    private void MustFit(Expression<Func<ChatwootRequest, Optional<string?>>> member, string attribute) =>
        RuleFor(member).MustWhenPresent(text => text is null || text.EnumerateRunes().Count() <= MaximumLength)
            .OverridePropertyName(attribute).WithErrorCode("too_long").WithMessage($"is too long (maximum is {MaximumLength} characters)");
}
