using System.Text.Json;
using CustomerUpdate.Core.Customers;
using FluentValidation;

namespace CustomerUpdate.Api.Hub.Tenants;

/// <summary>The rules for settings; pointers begin at the settings.</summary>
internal sealed class HubSettingsRequestValidator : AbstractValidator<HubSettingsRequest>
{
    private static readonly HashSet<string> Contracts =
        [.. ContractCatalog.All.Select(entry => entry.Description.Name), HubContract.Description.Name];

    public HubSettingsRequestValidator()
    {
        RuleFor(settings => settings.UnknownMembers).Custom((members, context) =>
        {
            foreach (var (name, _) in members ?? [])
            {
                context.AddFailure(HubRules.Broken(JsonPointer.To(name), HubRules.UnknownMember, "There is no such member."));
            }
        });

        this.MustBe(settings => settings.DefaultRegion, "/defaultRegion", "a text or null");
        this.MustFulfil(
            settings => settings.DefaultRegion, "/defaultRegion", region => PhoneNumber.IsRegion(region.ToUpperInvariant()), "A region is one of ISO 3166's two-letter codes.");

        this.MustBeText(settings => settings.Otp, "/otp");
        this.MustFulfil(settings => settings.Otp, "/otp", word => HubSettings.PolicyOf(word) is not null, "This must be ignored, whenSent or required.");

        this.MustBe(settings => settings.RequireIfMatch, "/requireIfMatch", "true or false");

        this.MustBeText(settings => settings.TrilletApiKey, "/trilletApiKey");
        this.MustFulfil(
            settings => settings.TrilletApiKey, "/trilletApiKey", word => word is HubSettings.Required or HubSettings.Optional, "This must be required or optional.");

        this.MustBe(settings => settings.RateLimits, "/rateLimits", "an object");
        RuleFor(settings => settings.RateLimits).Custom((limits, context) =>
        {
            if (limits is { IsPresent: true, Value: null })
            {
                context.AddFailure(HubRules.Broken("/rateLimits", HubRules.WrongType, "This must be an object."));
                return;
            }

            foreach (var (contract, limit) in limits.Or([]))
            {
                Check(contract, limit, context);
            }
        });
    }

    private static void Check(string contract, JsonElement limit, ValidationContext<HubSettingsRequest> context)
    {
        var pointer = JsonPointer.To("rateLimits", contract);
        if (!Contracts.Contains(contract))
        {
            context.AddFailure(HubRules.Broken(pointer, HubRules.UnknownMember, $"There is no contract \"{contract}\"."));
        }
        else if (limit.ValueKind != JsonValueKind.Number || !limit.TryGetInt32(out var requests))
        {
            context.AddFailure(HubRules.Broken(pointer, HubRules.WrongType, "This must be an integer."));
        }
        else if (requests < 0)
        {
            context.AddFailure(HubRules.Broken(pointer, HubRules.InvalidValue, "This must be a number of requests a minute, or 0 for no limit."));
        }
    }
}

/// <summary>The rule for the member that holds settings.</summary>
internal static class SettingsRule
{
    private static readonly HubSettingsRequestValidator Settings = new();

    /// <summary>The member is absent, or an object whose members break no rules.</summary>
    public static void MustBeSettings<T>(this IRuleBuilder<T, Optional<HubSettingsRequest>> rule) => rule.Custom((member, context) =>
    {
        if (member.IsAbsent)
        {
            return;
        }

        if (member is not { IsPresent: true, Value: { } settings })
        {
            context.AddFailure(HubRules.Broken("/settings", HubRules.WrongType, "This must be an object."));
            return;
        }

        foreach (var error in Settings.Validate(settings).Errors)
        {
            context.AddFailure(HubRules.Broken($"/settings{error.PropertyName}", error.ErrorCode, error.ErrorMessage));
        }
    });
}
