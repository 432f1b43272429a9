using FluentValidation;

namespace CustomerUpdate.Api.Contracts.Quentli;

/// <summary>A creation: a name, and the rules of an update for all else.</summary>
internal sealed class QuentliCreateValidator : AbstractValidator<QuentliCreateRequest>
{
    public QuentliCreateValidator()
    {
        RuleFor(request => request.Input).Must(input => input.Or(null) is not null)
            .OverridePropertyName("input").WithErrorCode(QuentliErrors.ValidationError).WithMessage("is required and must be an object");

        RuleFor(request => DataOf(request)!).ChildRules(input =>
        {
            input.RuleFor(data => data.Name).Must(name => !name.IsAbsent)
                .OverridePropertyName("name").WithErrorCode(QuentliErrors.ValidationError).WithMessage("is required and must be a string");
            input.Include(new QuentliDataValidator());
        }).OverridePropertyName("input");
    }

    private static QuentliData? DataOf(QuentliCreateRequest request) => request.Input.Or(null)?.ToData();
}
