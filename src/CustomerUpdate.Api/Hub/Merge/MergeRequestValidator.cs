using System.Linq.Expressions;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using FluentValidation;

namespace CustomerUpdate.Api.Hub;

/// <summary>The rules for merges: two ids, of two customers.</summary>
internal sealed class MergeRequestValidator : AbstractValidator<MergeRequest>
{
    public MergeRequestValidator()
    {
        MustBeId(request => request.Into, request => request.IntoId, "/into");
        MustBeId(request => request.From, request => request.FromId, "/from");
        RuleFor(request => request.DryRun).MustBeOfItsType()
            .OverridePropertyName("/dryRun").WithErrorCode("wrong_type").WithMessage("must be true or false.");
        RuleFor(request => request.FromId).Must((request, from) => from is null || from != request.IntoId)
            .OverridePropertyName("/from").WithErrorCode("same_customer").WithMessage("is the customer that survives.");
    }

    private void MustBeId(
        Expression<Func<MergeRequest, Optional<string>>> member, Func<MergeRequest, Guid?> id, string pointer)
    {
        RuleFor(member).Must(value => !value.IsAbsent)
            .OverridePropertyName(pointer).WithErrorCode("required").WithMessage("is required.");
        RuleFor(member).MustBeOfItsType()
            .OverridePropertyName(pointer).WithErrorCode("wrong_type").WithMessage("must be a text.");
        RuleFor(member).Must((request, value) => !value.IsPresent || id(request) is not null)
            .OverridePropertyName(pointer).WithErrorCode("invalid_id").WithMessage("must be the id of a customer.");
    }
}
