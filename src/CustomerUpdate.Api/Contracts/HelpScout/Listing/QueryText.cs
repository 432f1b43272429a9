using System.Text;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>The text of a query, read from its start to its end. Spaces between what is taken do not matter.</summary>
internal sealed class QueryText(string text)
{
    private const string Marks = "()[]\"";

    /// <summary>Where reading has got to: a count of characters.</summary>
    public int Position { get; private set; }

    /// <summary>Whether nothing is left.</summary>
    public bool IsAtEnd
    {
        get
        {
            SkipSpaces();
            return Position == text.Length;
        }
    }

    /// <summary>Takes a mark, if it comes next.</summary>
    public bool Take(char mark)
    {
        var comes = !IsAtEnd && text[Position] == mark;
        Position += comes ? 1 : 0;
        return comes;
    }

    /// <summary>Takes a word, if it comes next; in any letter case, and not as the start of a longer one.</summary>
    public bool TakeWord(string word)
    {
        SkipSpaces();
        var end = Position + word.Length;
        if (string.Compare(text, Position, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0
            || end > text.Length || (end < text.Length && IsPlain(text[end])))
        {
            return false;
        }

        Position = end;
        return true;
    }

    /// <summary>Takes a name up to its colon, and that too; null where there is none.</summary>
    public string? TakeField()
    {
        SkipSpaces();
        var end = Position;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        if (end == Position || end == text.Length || text[end] != ':')
        {
            return null;
        }

        var name = text[Position..end];
        Position = end + 1;
        return name;
    }

    /// <summary>Takes a value, in quotation marks or without; null where it is not closed. A backslash makes any character an ordinary one.</summary>
    public string? TakeValue()
    {
        var isQuoted = Take('"');
        var value = new StringBuilder();
        while (Position < text.Length && (isQuoted ? text[Position] != '"' : IsPlain(text[Position])))
        {
            Position += text[Position] == '\\' && Position + 1 < text.Length ? 1 : 0;
            value.Append(text[Position++]);
        }

        return !isQuoted || Take('"') ? value.ToString() : null;
    }

    private static bool IsPlain(char character) => !char.IsWhiteSpace(character) && !Marks.Contains(character, StringComparison.Ordinal);

    private void SkipSpaces()
    {
        while (Position < text.Length && char.IsWhiteSpace(text[Position]))
        {
            Position++;
        }
    }
}
