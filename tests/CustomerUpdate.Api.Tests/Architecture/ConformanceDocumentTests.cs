using System.Reflection;
using System.Text.RegularExpressions;

namespace CustomerUpdate.Api.Tests.Architecture;

/// <summary>The conformance documents name tests that are there.</summary>
public sealed partial class ConformanceDocumentTests
{
    [Fact]
    public void Every_contract_has_a_document_and_every_test_that_it_names_exists()
    {
        foreach (var contract in ContractCatalog.All.Select(entry => entry.Description.Name))
        {
            var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "contracts", $"{contract}.md"));
            var named = TestName().Matches(text).Select(match => (Class: match.Groups[1].Value, Method: match.Groups[2].Value)).Distinct().ToList();
            Assert.NotEmpty(named);

            Assert.Empty(named.Where(test => !Exists(test.Class, test.Method)).Select(test => $"{contract}: {test.Class}.{test.Method}"));
        }
    }

    // Tests of other projects too, so by their text.
    [Fact]
    public void Every_test_that_any_of_the_documents_names_exists()
    {
        var sources = Directory.GetFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        var documents = Directory.GetFiles(Path.Combine(Repository.Root, "docs", "contracts"), "*.md").Select(File.ReadAllText);
        var named = documents.SelectMany(text => TestName().Matches(text)).Select(match => (Class: match.Groups[1].Value, Method: match.Groups[2].Value)).ToHashSet();
        Assert.NotEmpty(named);

        // A class may have a test from the one that it inherits.
        Assert.DoesNotContain(named, test => !IsThere($"class {test.Class}") || !IsThere($" {test.Method}("));

        bool IsThere(string text) => sources.Any(source => source.Contains(text, StringComparison.Ordinal));
    }

    private static bool Exists(string type, string method) =>
        Assembly.GetExecutingAssembly().GetTypes().Any(candidate =>
            candidate.Name == type && candidate.GetMethod(method) is { } found && found.GetCustomAttributes<FactAttribute>().Any());

    [GeneratedRegex(@"`(\w+)\.(\w*_\w*)`")]
    private static partial Regex TestName();
}
