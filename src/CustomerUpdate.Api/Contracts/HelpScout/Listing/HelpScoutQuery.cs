using System.Collections.Frozen;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// Reads the query of a list, such as <c>(firstName:"John" OR email:("a" OR "b")) AND modifiedAt:[2013-11-20T00:00:00Z TO *]</c>: conditions
/// joined by AND, which binds closer, and OR, in parentheses or not.
/// https://developer.helpscout.com/mailbox-api/endpoints/customers/list/
/// </summary>
internal sealed class HelpScoutQuery
{
    /// <summary>What it is called in errors.</summary>
    public const string Parameter = "query";

    /// <summary>The deepest nesting of parentheses that is read.</summary>
    public const int MaximumDepth = 16;

    /// <summary>The most conditions that are read.</summary>
    public const int MaximumConditions = 50;

    private static readonly FrozenDictionary<string, Func<HelpScoutQuery, CustomerFilter?>> Fields =
        new Dictionary<string, Func<HelpScoutQuery, CustomerFilter?>>
        {
            ["firstName"] = query => query.ReadTexts(TextField.FirstName, TextMatch.Equal),
            ["lastName"] = query => query.ReadTexts(TextField.LastName, TextMatch.Equal),
            ["email"] = query => query.ReadTexts(TextField.AnyEmail, TextMatch.Part),
            ["emailDomain"] = query => query.ReadTexts(TextField.AnyEmailDomain, TextMatch.Equal),
            ["modifiedAt"] = query => query.ReadRange(),
            ["modifiedSince"] = query => query.ReadSince(),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly QueryText text;
    private int depth;
    private int conditions;
    private string? expected;

    private HelpScoutQuery(string text) => this.text = new QueryText(text);

    /// <summary>The condition that a query is; <see cref="FailureKind.Invalid"/> with the place where it stopped making sense.</summary>
    public static Result<CustomerFilter> Parse(string text)
    {
        var query = new HelpScoutQuery(text);
        var filter = query.ReadAlternatives(query.ReadCondition);
        if (filter is not null && !query.text.IsAtEnd)
        {
            filter = query.Expect("AND, OR or the end");
        }

        return filter is not null ? filter : Failure.Invalid([HelpScoutProblem.NotAQuery(Parameter, query.text.Position, query.expected!, text)]);
    }

    private CustomerFilter? ReadAlternatives(Func<CustomerFilter?> operand) => ReadChain(
        "OR", () => ReadChain("AND", operand, all => new CustomerFilter.Every(all)), some => new CustomerFilter.Some(some));

    private CustomerFilter? ReadChain(string word, Func<CustomerFilter?> operand, Func<ValueList<CustomerFilter>, CustomerFilter> join)
    {
        var operands = new List<CustomerFilter>();
        do
        {
            if (operand() is not { } read)
            {
                return null;
            }

            operands.Add(read);
        }
        while (text.TakeWord(word));

        return operands is [var only] ? only : join([.. operands]);
    }

    private CustomerFilter? ReadCondition() =>
        text.Take('(') ? ReadGroup(ReadCondition)
        : text.TakeField() is { } field && Fields.TryGetValue(field, out var read) ? read(this)
        : Expect($"one of {string.Join(", ", Fields.Keys.Order(StringComparer.Ordinal))}, with a colon");

    private CustomerFilter? ReadGroup(Func<CustomerFilter?> operand)
    {
        if (++depth > MaximumDepth)
        {
            return Expect($"at most {MaximumDepth} parentheses in each other");
        }

        if (ReadAlternatives(operand) is not { } inner)
        {
            return null;
        }

        depth--;
        return text.Take(')') ? inner : Expect("AND, OR or a closing parenthesis");
    }

    private CustomerFilter? ReadTexts(TextField field, TextMatch match) => text.Take('(')
        ? ReadGroup(() => ReadTexts(field, match))
        : ReadValue() is { } value ? new CustomerFilter.Text(field, match, value) : null;

    private CustomerFilter? ReadSince() =>
        ReadValue() is not { } value ? null
        : HelpScoutTime.TryParse(value, out var since) ? new CustomerFilter.Time(TimeField.UpdatedAt, Comparison.GreaterOrEqual, since)
        : Expect(HelpScoutTime.Form);

    // Both ends belong to it. Times are shown in whole seconds, so that the last one counts whole.
    private CustomerFilter? ReadRange()
    {
        if (!text.Take('['))
        {
            return Expect("a range in brackets");
        }

        if (!TryReadBound(out var from))
        {
            return null;
        }

        if (!text.TakeWord("TO"))
        {
            return Expect("TO");
        }

        if (!TryReadBound(out var to))
        {
            return null;
        }

        if (!text.Take(']'))
        {
            return Expect("a closing bracket");
        }

        var bounds = new List<CustomerFilter>();
        if (from is { } earliest)
        {
            bounds.Add(new CustomerFilter.Time(TimeField.UpdatedAt, Comparison.GreaterOrEqual, earliest));
        }

        if (to is { } latest && latest < DateTimeOffset.MaxValue.AddSeconds(-1))
        {
            bounds.Add(new CustomerFilter.Time(TimeField.UpdatedAt, Comparison.Less, latest.AddSeconds(1)));
        }

        return bounds is [var only] ? only : new CustomerFilter.Every([.. bounds]);
    }

    private bool TryReadBound(out DateTimeOffset? bound)
    {
        bound = null;
        if (ReadValue() is not { } value || value == "*")
        {
            return expected is null;
        }

        if (!HelpScoutTime.TryParse(value, out var at))
        {
            Expect($"{HelpScoutTime.Form}, or *");
            return false;
        }

        bound = at;
        return true;
    }

    private string? ReadValue()
    {
        if (++conditions > MaximumConditions)
        {
            Expect($"at most {MaximumConditions} values");
            return null;
        }

        var value = text.TakeValue();
        if (string.IsNullOrWhiteSpace(value))
        {
            Expect("a value that is not empty, in quotation marks where it has spaces");
            return null;
        }

        return value;
    }

    private CustomerFilter? Expect(string what)
    {
        expected ??= what;
        return null;
    }
}
