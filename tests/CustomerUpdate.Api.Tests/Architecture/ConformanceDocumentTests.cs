using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CustomerUpdate.Api.Hub;

namespace CustomerUpdate.Api.Tests.Architecture;

/// <summary>The conformance documents name tests that are there.</summary>
public sealed partial class ConformanceDocumentTests
{
    private static readonly string[] Documents =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "docs", "contracts"), "*.md").Select(File.ReadAllText)];

    private static readonly string[] Sources =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)];

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
    public void Every_test_and_every_class_of_tests_that_any_of_the_documents_names_exists()
    {
        var named = Documents.SelectMany(text => TestName().Matches(text)).Select(match => (Class: match.Groups[1].Value, Method: match.Groups[2].Value)).ToHashSet();
        var classes = Documents.SelectMany(text => ClassName().Matches(text)).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.NotEmpty(named);
        Assert.NotEmpty(classes);

        // A class may have a test from the one that it inherits.
        Assert.DoesNotContain(named, test => !IsThere($"class {test.Class}") || !IsThere($" {test.Method}("));
        Assert.DoesNotContain(classes, type => !IsThere($"class {type}"));
    }

    // A name that is cut short, or that says no class, could not be looked for.
    [Fact]
    public void Every_test_is_named_whole_with_its_class() =>
        Assert.All(Documents.SelectMany(text => AnyTestName().Matches(text)), name => Assert.Matches(TestName(), name.Value));

    [Fact]
    public void The_canonical_customer_is_documented_as_the_hub_shows_it()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "contracts", "hub-customers.md"));
        var shown = JsonBlock().Match(text).Groups[1].Value;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(HubCustomerExamples.Canonical), JsonNode.Parse(shown)));
    }

    [Theory]
    [InlineData("`A_whole_customer_comes_back`", true)]
    [InlineData("`…A_whole_customer_comes_back`", true)]
    [InlineData("`HubTests.A_whole_…`", true)]
    [InlineData("`HubTests.A_whole_customer`", true)]
    [InlineData("`first_name`", false)]
    [InlineData("`PHONE_TAKEN`", false)]
    public void A_test_is_told_from_the_words_of_a_contract(string span, bool isTest) => Assert.Equal(isTest, AnyTestName().IsMatch(span));

    private static bool IsThere(string text) => Sources.Any(source => source.Contains(text, StringComparison.Ordinal));

    private static bool Exists(string type, string method) =>
        Assembly.GetExecutingAssembly().GetTypes().Any(candidate =>
            candidate.Name == type && candidate.GetMethod(method) is { } found && found.GetCustomAttributes<FactAttribute>().Any());

    [GeneratedRegex(@"`(\w+)\.(\w*_\w*)`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"`(\w+Tests)`")]
    private static partial Regex ClassName();

    [GeneratedRegex(@"```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();

    // A sentence in a name: a capital, an underscore, a small letter.
    [GeneratedRegex(@"`(\w+\.|…)?[A-Z]\w*_[\w…]*[a-z…][\w…]*`")]
    private static partial Regex AnyTestName();
}
