using CustomerUpdate.Core.Customers;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.Quentli;

/// <summary>The envelope of an update: <c>input</c> with <c>data</c> in it and, if one was sent, the one-time password beside that.</summary>
internal sealed class QuentliRequestValidator : AbstractValidator<QuentliRequest>
{
    private const string MustBeObject = "is required and must be an object";

    public QuentliRequestValidator()
    {
        RuleFor(request => request.Input).Must(IsObject)
            .OverridePropertyName("input").WithErrorCode(QuentliErrors.ValidationError).WithMessage(MustBeObject);

        RuleFor(request => request.Input.Or(null)!).ChildRules(input =>
        {
            input.RuleFor(sent => sent.Data).Must(IsObject)
                .OverridePropertyName("data").WithErrorCode(QuentliErrors.ValidationError).WithMessage(MustBeObject);
            input.RuleFor(sent => sent.Data.Or(null)!).SetValidator(new QuentliDataValidator()).OverridePropertyName("data");
            input.RuleFor(sent => sent.Otp).Must(otp => otp.IsAbsent || otp.Or(null) is not null)
                .OverridePropertyName("otp").WithErrorCode(QuentliErrors.ValidationError).WithMessage("must be a string");
        }).OverridePropertyName("input");
    }

    private static bool IsObject<T>(Optional<T?> member)
        where T : class => member.Or(null) is not null;
}
