using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CustomerUpdate.Api.Swagger;

/// <summary>What the code's own comments say of wire models, for those who read the documents. Nothing where the file with them is missing.</summary>
internal static partial class WireWords
{
    private static readonly Dictionary<string, XElement> Comments = Read(Path.ChangeExtension(typeof(WireWords).Assembly.Location, ".xml"));

    /// <summary>What is said of a type.</summary>
    public static string? Of(Type type) => Text(Comments.GetValueOrDefault($"T:{NameOf(type)}")?.Element("summary"));

    /// <summary>What is said of a member: by itself, or by its type where it is a record's parameter.</summary>
    public static string? Of(PropertyInfo member) =>
        Text(Comments.GetValueOrDefault($"P:{NameOf(member.DeclaringType!)}.{member.Name}")?.Element("summary"))
        ?? Text(Comments.GetValueOrDefault($"T:{NameOf(member.DeclaringType!)}")?.Elements("param").FirstOrDefault(word => (string?)word.Attribute("name") == member.Name));

    private static string NameOf(Type type) => type.FullName?.Replace('+', '.') ?? type.Name;

    private static Dictionary<string, XElement> Read(string file) => File.Exists(file)
        ? XDocument.Load(file).Descendants("member").ToDictionary(member => (string)member.Attribute("name")!)
        : [];

    private static string? Text(XElement? comment)
    {
        if (comment is null)
        {
            return null;
        }

        // References are read as the last part of their name.
        var words = comment.Nodes().Select(node => node switch
        {
            XElement { HasAttributes: true } reference => (reference.FirstAttribute!.Value.Split('.', ':')[^1]).Split('`')[0],
            XElement element => element.Value,
            XText text => text.Value,
            _ => "",
        });
        return Spaces().Replace(string.Concat(words), " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
