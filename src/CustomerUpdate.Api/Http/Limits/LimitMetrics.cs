using System.Diagnostics.Metrics;

namespace CustomerUpdate.Api.Http.Limits;

/// <summary>Counts requests that were refused because there were too many of them.</summary>
internal static class LimitMetrics
{
    private static readonly Meter Meter = new(UpdateMetrics.MeterName);

    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>(
        "customerupdate.limited", "{request}", "Requests that were refused, by contract and by what there were too many of: requests, searches, or failed authentications.");

    /// <summary>Counts a request of a key that made too many.</summary>
    public static void CountRequest(string contract) => Count(contract, "requests");

    /// <summary>Counts a search of a tenant that made too many.</summary>
    public static void CountSearch(string contract) => Count(contract, "searches");

    /// <summary>Counts a request from an address whose authentications failed too often.</summary>
    public static void CountAuthentication(string contract) => Count(contract, "authentications");

    private static void Count(string contract, string cause) => Refusals.Add(1, new("contract", contract), new("cause", cause));
}
