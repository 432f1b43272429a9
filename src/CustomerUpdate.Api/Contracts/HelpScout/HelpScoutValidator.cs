using CustomerUpdate.Core.Updates;
using FluentValidation;
using FluentValidation.Results;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>A validator that says all that a function finds.</summary>
/// <typeparam name="TRequest">The wire model.</typeparam>
internal sealed class HelpScoutValidator<TRequest> : AbstractValidator<TRequest>
    where TRequest : class
{
    public HelpScoutValidator(Func<TRequest, IEnumerable<Problem>> check) => RuleFor(request => request).Custom((request, context) =>
    {
        foreach (var problem in check(request))
        {
            context.AddFailure(new ValidationFailure(problem.Path, problem.Message) { ErrorCode = problem.Code, CustomState = problem.Rejected });
        }
    });
}
