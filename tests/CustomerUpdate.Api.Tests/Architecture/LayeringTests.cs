using System.Text.RegularExpressions;

namespace CustomerUpdate.Api.Tests.Architecture;

/// <summary>Which part may name which: <c>Contracts/X → Http → Core ← Storage</c>.</summary>
public sealed class LayeringTests
{
    private static readonly string Source = Path.Combine(Repository.Root, "src");
    private static readonly string[] Contracts =
        [.. Directory.GetDirectories(Path.Combine(Source, "CustomerUpdate.Api", "Contracts")).Select(folder => Path.GetFileName(folder)!)];

    public static TheoryData<string, string> Rules => new()
    {
        { "CustomerUpdate.Core", @"CustomerUpdate\.Api|Microsoft\.AspNetCore|EntityFrameworkCore|Npgsql|Microsoft\.Data|\[Json" },
        { "CustomerUpdate.Api/Contracts", @"CustomerUpdate\.Api\.Storage|EntityFrameworkCore|Npgsql|CustomerUpdate\.Api\.Hub" },
        { "CustomerUpdate.Api/Http", @"CustomerUpdate\.Api\.(Contracts|Storage|Hub)|EntityFrameworkCore|Npgsql" },
        { "CustomerUpdate.Api/Storage", @"CustomerUpdate\.Api\.(Contracts|Http|Hub)|Microsoft\.AspNetCore\.Http" },
        { "CustomerUpdate.Api/Hub", @"CustomerUpdate\.Api\.(Contracts|Storage)|EntityFrameworkCore|Npgsql" },
    };

    [Fact]
    public void There_are_at_least_five_contracts_and_the_catalog_has_them_all()
    {
        Assert.True(Contracts.Length >= 5, string.Join(", ", Contracts));
        Assert.Equal(Contracts.Length, ContractCatalog.All.Count);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_part_names_only_what_it_may(string part, string forbidden)
    {
        var files = Files(part);
        Assert.NotEmpty(files);

        Assert.Empty(Offences(files, forbidden));
    }

    [Fact]
    public void No_contract_names_another()
    {
        foreach (var contract in Contracts)
        {
            var files = Files($"CustomerUpdate.Api/Contracts/{contract}");
            var others = string.Join('|', Contracts.Where(other => other != contract));
            Assert.NotEmpty(files);

            Assert.Empty(Offences(files, $@"\b({others})(?=[A-Z]\w*\b)|Contracts\.({others})\b"));
        }
    }

    [Fact]
    public void Http_and_Core_never_ask_which_contract_it_is()
    {
        var http = Files("CustomerUpdate.Api/Http");
        var core = Files("CustomerUpdate.Core");
        Assert.NotEmpty(http);
        Assert.NotEmpty(core);

        Assert.Empty(Offences([.. http, .. core], $"\"({string.Join('|', Contracts.Select(contract => contract.ToLowerInvariant()))})\""));
    }

    [Fact]
    public void A_contract_has_the_files_that_every_contract_has()
    {
        string[] names = ["Contract", "Request", "RequestValidator", "Mapping", "Response", "Errors", "Json"];
        var missing =
            from contract in Contracts
            from name in names
            let file = Path.Combine(Source, "CustomerUpdate.Api", "Contracts", contract, $"{contract}{name}.cs")
            where !File.Exists(file)
            select file;

        Assert.Empty(missing);
    }

    private static string[] Files(string part) =>
        [.. Directory.GetFiles(Path.Combine(Source, part), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))];

    private static IEnumerable<string> Offences(IEnumerable<string> files, string forbidden) =>
        from file in files
        from line in File.ReadLines(file)
        where !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Regex.IsMatch(line, forbidden)
        select $"{Path.GetFileName(file)}: {line.Trim()}";
}
