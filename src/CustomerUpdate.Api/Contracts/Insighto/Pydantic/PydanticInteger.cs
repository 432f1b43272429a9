using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>Integers in texts as Pydantic reads them: white space around them, a sign, leading zeros, single underscores, zeros behind a point.</summary>
internal static partial class PydanticInteger
{
    private const int MaximumLength = 4300;

    /// <summary>Reads an integer of any size; or says what is wrong with the text.</summary>
    public static bool TryRead(string text, out BigInteger value, out PydanticError error)
    {
        var trimmed = text.Trim();
        error = trimmed.Length > MaximumLength ? PydanticError.IntegerSize : PydanticError.IntegerParsing;
        value = BigInteger.Zero;
        if (trimmed.Length > MaximumLength || Form().Match(trimmed) is not { Success: true } form)
        {
            return false;
        }

        var digits = BigInteger.Parse(form.Groups["digits"].Value.Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        value = form.Groups["sign"].Value == "-" ? -digits : digits;
        return true;
    }

    [GeneratedRegex(@"\A(?<sign>[+-]?)(?:0[0_]*(?=[0-9]))?(?<digits>[0-9]+(?:_[0-9]+)*)(?:\.0+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
