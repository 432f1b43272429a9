using System.Text.Json;
using System.Text.Json.Serialization;

namespace CustomerUpdate.Api.Hub;

/// <summary>The wire model of a request whose unknown members are refused by name.</summary>
internal abstract record HubRequest
{
    /// <summary>What was sent beside the members that there are; null where nothing was.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? UnknownMembers { get; set; }
}
