using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using FluentValidation;

namespace CustomerUpdate.Api.Hub;

/// <summary>The body of a revert.</summary>
internal sealed record RevertRequest : HubRequest
{
    /// <summary>The version whose state is to be written.</summary>
    public Optional<long> Version { get; init; }
}

/// <summary>The rules for reverts. Whether the customer has the version is not known here.</summary>
internal sealed class RevertRequestValidator : AbstractValidator<RevertRequest>
{
    public RevertRequestValidator()
    {
        RuleFor(request => request.Version).Must(version => !version.IsAbsent)
            .OverridePropertyName("/version").WithErrorCode("required").WithMessage("is required.");
        RuleFor(request => request.Version).MustBeOfItsType()
            .OverridePropertyName("/version").WithErrorCode("wrong_type").WithMessage("must be an integer.");
    }
}
