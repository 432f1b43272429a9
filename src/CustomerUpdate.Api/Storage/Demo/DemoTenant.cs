using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Api.Storage.Demo;

/// <summary>
/// The tenant that exists in Development only. Its ids are those of the vendors' published examples; its keys are fixed, written down
/// here for everybody to read, and therefore no secrets.
/// </summary>
internal static class DemoTenant
{
    public const string WorkspaceId = "64b7f0c2a1d3e4f5a6b7c8d9";
    public const long AccountId = 1;

    public const string ConversationId = "123e3a141eccd665d3ba8abc";
    public const string QuentliCustomerId = "cmdemo0000customer0000001";
    public const long HelpScoutCustomerId = 100;
    public const long ChatwootContactId = 123;
    public const string InsightoContactId = "5d1f8a52-9c3e-4b7a-8f60-2a41c7d9e0b3";

    public const long InboxId = 1;

    public const long EmailEntryId = 1001;
    public const long ChatEntryId = 1002;
    public const long PhoneEntryId = 1003;
    public const long OthersEmailEntryId = 1004;
    public const long SocialProfileEntryId = 1005;
    public const long WebsiteEntryId = 1006;

    /// <summary>40 characters.</summary>
    public const string TrilletKey = "trillet-development-key-0000000000000000";

    public const string QuentliKey = "sk_development_quentli_0000000000000000";

    public const string HelpScoutKey = "helpscout-development-token-000000000000";

    /// <summary>24 characters.</summary>
    public const string ChatwootKey = "chatwoot-dev-key-0000000";

    /// <summary><c>in-</c> and 43 characters.</summary>
    public const string InsightoKey = "in-insighto-development-key-000000000000000000";

    public const string HubKey = "cu_development_hub_key_0000000000000000";

    public static Guid Id { get; } = new("0198f000-0000-7000-8000-000000000001");

    public static Guid OrganizationId { get; } = new("3c90c3cc-0d44-4b50-8888-8dd25736052a");

    public static Guid CustomerId { get; } = new("0198f000-0000-7000-8000-0000000000a1");

    public static Guid OtherCustomerId { get; } = new("0198f000-0000-7000-8000-0000000000a2");

    /// <summary>What clients show at a contract's token endpoint, by contract.</summary>
    public static IReadOnlyDictionary<string, ClientCredential> Clients { get; } = new Dictionary<string, ClientCredential>
    {
        ["helpscout"] = new("helpscoutdevelopmentapplication0", "helpscoutdevelopmentsecret000000"),
    };

    /// <summary>The keys, by contract.</summary>
    public static ValueMap<string> Keys { get; } = ValueMap<string>.Of(
    [
        new("trillet", TrilletKey),
        new("quentli", QuentliKey),
        new("helpscout", HelpScoutKey),
        new("chatwoot", ChatwootKey),
        new("insighto", InsightoKey),
        new("hub", HubKey),
    ]);

    /// <summary>What the customer's attribute of this name is in Help Scout.</summary>
    public static NewAttributeDefinition Plan { get; } = new("plan", "Plan", "dropdown")
    {
        Options = """[{"id":"0198f000-0000-7000-8000-0000000000d1","label":"basic"},{"id":"0198f000-0000-7000-8000-0000000000d2","label":"premium"}]""",
    };

    public static Guid HelpScoutKeyId { get; } = KeyId("helpscout");

    /// <summary>The id of a contract's key.</summary>
    public static Guid KeyId(string contract) =>
        new($"0198f000-0000-7000-8000-0000000000c{Keys.Index().Single(key => key.Item.Key == contract).Index}");

    /// <summary>The tenant.</summary>
    public static Tenant Tenant(DateTimeOffset createdAt) => new()
    {
        Id = Id,
        Name = "Demo",
        WorkspaceId = WorkspaceId,
        AccountId = AccountId,
        OrganizationId = OrganizationId,
        Settings = new TenantSettings { DefaultRegion = "US", Otp = OtpPolicy.WhenSent, KeyOptionalFor = ["trillet"] },
        CreatedAt = createdAt,
    };
}
