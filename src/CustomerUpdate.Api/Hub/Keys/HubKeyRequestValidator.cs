using CustomerUpdate.Api.Http;
using FluentValidation;

namespace CustomerUpdate.Api.Hub.Keys;

/// <summary>The rules for a key.</summary>
internal sealed class HubKeyRequestValidator : AbstractValidator<HubKeyRequest>
{
    public HubKeyRequestValidator(TimeProvider clock)
    {
        this.MustBeThere(request => request.Contract, "/contract");
        this.MustBeText(request => request.Contract, "/contract");
        this.MustFulfil(
            request => request.Contract, "/contract", HubKeyContracts.IsKnown, $"This must be one of {string.Join(", ", HubKeyContracts.Names)}.");

        this.MustBeThere(request => request.Role, "/role");
        this.MustBeText(request => request.Role, "/role");
        this.MustFulfil(request => request.Role, "/role", word => HubKeyRoles.Find(word) is not null, "This must be read, write or admin.");

        this.MustBeThere(request => request.Name, "/name");
        this.MustBeName(request => request.Name, "/name");

        this.MustBe(request => request.ExpiresAt, "/expiresAt", "a text or null");
        this.MustFulfil(
            request => request.ExpiresAt, "/expiresAt", text => HubTime.Parse(text) is not null, $"This must be {HubTime.Form}.");
        RuleFor(request => request.ExpiresAt)
            .MustWhenPresent(text => text is null || HubTime.Parse(text) is not { } end || end > clock.GetUtcNow())
            .OverridePropertyName("/expiresAt").WithErrorCode("in_the_past").WithMessage("A key cannot end before it begins.");
    }
}
