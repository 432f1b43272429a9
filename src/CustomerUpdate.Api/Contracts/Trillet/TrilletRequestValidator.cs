using System.Linq.Expressions;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.Trillet;

/// <summary>
/// Trillet's published limits. The shape of a phone number is checked and not its validity: the numbers in Trillet's own documents are
/// not valid ones. No way of clearing a value is documented, so null and empty texts are refused.
/// </summary>
internal sealed class TrilletRequestValidator : AbstractValidator<TrilletRequest>
{
    public TrilletRequestValidator()
    {
        MustBeText(request => request.Name, "name");
        MustBeText(request => request.Email, "email");
        MustBeText(request => request.Phone, "phone");

        RuleFor(request => request.Email)
            .MustWhenPresent(email => email is null or "" || IsAddress(email))
            .WithErrorCode("invalid_email").WithMessage("The provided email address is invalid");

        RuleFor(request => request.Phone)
            .MustWhenPresent(phone => phone is null or "" || PhoneNumber.IsE164(phone))
            .WithErrorCode("invalid_number").WithMessage("The provided phone number is invalid");
    }

    private static bool IsAddress(string email) => EmailAddress.IsWellFormed(email) && email.Length <= CustomerKey.MaximumLength;

    private void MustBeText(Expression<Func<TrilletRequest, Optional<string?>>> member, string name) =>
        RuleFor(member).Must(value => value.IsAbsent || value is { IsPresent: true, Value.Length: > 0 })
            .WithErrorCode(TrilletErrors.BadRequest).WithMessage($"\"{name}\" must be a non-empty string. Leave it out to keep the stored value.");
}
