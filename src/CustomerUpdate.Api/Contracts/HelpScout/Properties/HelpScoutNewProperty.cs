using System.Text.RegularExpressions;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>A definition as it is sent. Members beside these are ignored.</summary>
internal sealed partial record HelpScoutNewProperty
{
    private const int MaximumOptions = 100;

    private static readonly TextRule TypeRule = new WordRule(PropertyType.Names);
    private static readonly TextRule SlugRule = new LengthRule(1, 100);
    private static readonly TextRule NameRule = new LengthRule(1, 255);

    private static readonly string[] Reserved = ["email", "name", "company", "jobTitle"];

    public Optional<string?> Type { get; init; }

    public Optional<string?> Slug { get; init; }

    public Optional<string?> Name { get; init; }

    public Optional<Optional<HelpScoutNewOption?>[]?> Options { get; init; }

    private bool HasOptions => Type.Or(null) == PropertyType.Dropdown.Name;

    /// <summary>What is wrong with it.</summary>
    public IEnumerable<Problem> Check() =>
    [
        .. TypeRule.Check(Type, "type"),
        .. CheckSlug(),
        .. NameRule.Check(Name, "name"),
        .. HasOptions ? CheckOptions() : [],
    ];

    /// <summary>The definition, once it is valid. Options without an id are given one; other types than a dropdown have none.</summary>
    public PropertyDefinition ToDefinition() => new(
        Type.Value!,
        Slug.Value!,
        Name.Value!,
        HasOptions ? [.. (Options.Or(null) ?? []).Select(option => option.Value!.ToOption())] : null);

    private List<Problem> CheckSlug() =>
        SlugRule.Check(Slug, "slug").ToList() is { Count: > 0 } problems ? problems
        : !SlugForm().IsMatch(Slug.Value!) ? [HelpScoutProblem.NotOfType("slug", HelpScoutProblem.Identifier, "letters, digits, '-' and '_' only", Slug.Value!)]
        : Reserved.Contains(Slug.Value, StringComparer.OrdinalIgnoreCase)
            ? [HelpScoutProblem.NotOfType("slug", HelpScoutProblem.Identifier, "a slug that is not reserved", Slug.Value!)]
        : [];

    private IEnumerable<Problem> CheckOptions()
    {
        if (Options.IsMistyped)
        {
            return [HelpScoutProblem.WrongType("options", "array of options", Options.Received)];
        }

        var options = Options.Or(null) ?? [];
        return options.Length > MaximumOptions
            ? [HelpScoutProblem.OutOfRange("options", 0, MaximumOptions, options.Length)]
            : [.. options.Index().SelectMany(option => Check(option.Item, $"options[{option.Index}]")), .. FindRepeats(options)];
    }

    private static IEnumerable<Problem> Check(Optional<HelpScoutNewOption?> item, string where) =>
        item.Or(null) is { } option ? option.Check(where)
        : item.IsMistyped ? [HelpScoutProblem.WrongType(where, "object", item.Received)]
        : [HelpScoutProblem.Empty(where)];

    private static IEnumerable<Problem> FindRepeats(Optional<HelpScoutNewOption?>[] options)
    {
        var (labels, ids) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        foreach (var (index, item) in options.Index())
        {
            if (item.Or(null)?.Label.Or(null) is { } label && !labels.Add(label))
            {
                yield return HelpScoutProblem.NotUnique($"options[{index}].label", label);
            }

            if (item.Or(null)?.Id.Or(null) is { } id && !ids.Add(id))
            {
                yield return HelpScoutProblem.NotUnique($"options[{index}].id", id);
            }
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex SlugForm();
}

/// <summary>An option as it is sent.</summary>
internal sealed record HelpScoutNewOption
{
    private static readonly TextRule LabelRule = new LengthRule(1, 255);

    public Optional<string?> Id { get; init; }

    public Optional<string?> Label { get; init; }

    /// <summary>What is wrong with it.</summary>
    public IEnumerable<Problem> Check(string where) =>
    [
        .. Id.IsMistyped ? [HelpScoutProblem.WrongType($"{where}.id", "string", Id.Received)] : CheckId($"{where}.id"),
        .. LabelRule.Check(Label, $"{where}.label"),
    ];

    /// <summary>The option, once it is valid.</summary>
    public PropertyOption ToOption() => new(Id.Or(null) is { } id ? Guid.ParseExact(id, "D") : Guid.NewGuid(), Label.Value!);

    private IEnumerable<Problem> CheckId(string where) => Id.Or(null) is { } id && !Guid.TryParseExact(id, "D", out _)
        ? [HelpScoutProblem.NotOfType(where, HelpScoutProblem.Identifier, "a UUID", id)]
        : [];
}
