namespace CustomerUpdate.Api.Contracts.Quentli;

/// <summary>What a query says under a name: a text, or more names. A list is names too, those of its positions.</summary>
internal sealed class QsNode
{
    private readonly List<KeyValuePair<string, QsNode>> members = [];

    /// <summary>The text; null where there are members.</summary>
    public string? Text { get; private set; }

    /// <summary>What stands below, in the order in which it was sent.</summary>
    public IReadOnlyList<KeyValuePair<string, QsNode>> Members => members;

    /// <summary>Whether it was said twice, or as a text as well as with members: nobody can tell which was meant.</summary>
    public bool IsAmbiguous => texts > 1 || (texts > 0 && members.Count > 0);

    private int texts;

    /// <summary>What stands under a name, or null.</summary>
    public QsNode? Find(string name) => members.Find(member => member.Key == name).Value;

    /// <summary>Adds what one parameter says.</summary>
    public void Add(ReadOnlySpan<string> path, string text)
    {
        if (path is [var name, .. var rest])
        {
            Below(name).Add(rest, text);
            return;
        }

        Text = text;
        texts++;
    }

    // Empty brackets are one more item of a list.
    private QsNode Below(string name)
    {
        if (name.Length > 0 && Find(name) is { } known)
        {
            return known;
        }

        var added = new QsNode();
        members.Add(new(name.Length > 0 ? name : $"{members.Count}", added));
        return added;
    }
}
