using System.Text.RegularExpressions;
using CustomerUpdate.Api.Http;
using FluentValidation;

namespace CustomerUpdate.Api.Hub.Tenants;

/// <summary>The rules for a tenant that is to be made.</summary>
internal sealed partial class HubTenantRequestValidator : AbstractValidator<HubTenantRequest>
{
    // The largest integer that every JSON reader keeps exactly (RFC 8259, section 6).
    private const long MaximumAccountId = 9_007_199_254_740_991;

    public HubTenantRequestValidator()
    {
        this.MustBeThere(request => request.Name, "/name");
        this.MustBeName(request => request.Name, "/name");

        this.MustBe(request => request.WorkspaceId, "/workspaceId", "a text");
        this.MustFulfil(request => request.WorkspaceId, "/workspaceId", WorkspaceId().IsMatch, "A workspace id has 24 hexadecimal digits.");

        this.MustBe(request => request.AccountId, "/accountId", "an integer");
        RuleFor(request => request.AccountId).MustWhenPresent(id => id is null or (>= 1 and <= MaximumAccountId))
            .OverridePropertyName("/accountId").WithErrorCode(HubRules.InvalidValue).WithMessage($"An account id is a number from 1 to {MaximumAccountId}.");

        this.MustBe(request => request.OrganizationId, "/organizationId", "a text");
        this.MustFulfil(
            request => request.OrganizationId, "/organizationId", id => Guid.TryParseExact(id, "D", out _), "An organization id is a UUID.");

        RuleFor(request => request.Settings).MustBeSettings();
    }

    [GeneratedRegex(@"\A[0-9A-Fa-f]{24}\z", RegexOptions.CultureInvariant)]
    private static partial Regex WorkspaceId();
}

/// <summary>The rules for a change of a tenant. Its ids are unknown members here: others point at them, so they never change.</summary>
internal sealed class HubTenantChangeRequestValidator : AbstractValidator<HubTenantChangeRequest>
{
    public HubTenantChangeRequestValidator()
    {
        this.MustBeName(request => request.Name, "/name");
        RuleFor(request => request.Settings).MustBeSettings();
    }
}
