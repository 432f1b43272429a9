using BenchmarkDotNet.Attributes;
using CustomerUpdate.Api.Contracts.Chatwoot;
using CustomerUpdate.Api.Contracts.HelpScout;
using CustomerUpdate.Api.Contracts.Insighto;
using CustomerUpdate.Api.Contracts.Quentli;
using CustomerUpdate.Api.Contracts.Trillet;

namespace CustomerUpdate.Benchmarks.Micro;

/// <summary>What each step of each contract's update costs by itself.</summary>
[MemoryDiagnoser]
public class UpdateBenchmarks
{
    private static readonly Dictionary<string, Func<ISteps>> Contracts = new()
    {
        ["trillet"] = () => new Steps<TrilletContract, TrilletRequest>("/v1/api/conversations/{conversationId}/customer/edit"),
        ["quentli"] = () => new Steps<QuentliContract, QuentliRequest>("/v1/customers/{id}"),
        ["helpscout"] = () => new Steps<HelpScoutContract, HelpScoutRequest>("/v2/customers/{customerId}"),
        ["chatwoot"] = () => new Steps<ChatwootContract, ChatwootRequest>("/api/v1/accounts/{account_id}/contacts/{id}"),
        ["insighto"] = () => new Steps<InsightoContract, InsightoRequest>("/api/v1/contact/{contact_id}"),
    };

    private ISteps steps = null!;

    /// <summary>The contracts.</summary>
    public static IEnumerable<string> Names => Contracts.Keys;

    /// <summary>The contract.</summary>
    [ParamsSource(nameof(Names))]
    public string Contract { get; set; } = "";

    /// <summary>Makes the request.</summary>
    [GlobalSetup]
    public void MakeRequest() => steps = Contracts[Contract]();

    /// <summary>The body as its wire model, and whether it keeps the vendor's limits.</summary>
    [Benchmark]
    public object Parse() => steps.Parse();

    /// <summary>The wire model as a change.</summary>
    [Benchmark]
    public object Map() => steps.Map();

    /// <summary>The customer after the change.</summary>
    [Benchmark]
    public object Apply() => steps.Apply();

    /// <summary>The customer as the vendor answers.</summary>
    [Benchmark]
    public object Render() => steps.Render();
}
