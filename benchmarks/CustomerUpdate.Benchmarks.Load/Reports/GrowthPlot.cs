using System.Globalization;
using System.Text;

namespace CustomerUpdate.Benchmarks.Load.Reports;

/// <summary>The cost as work grows, as a drawing: a panel for customers and one for entries, a line for each contract.</summary>
internal static class GrowthPlot
{
    private const int Width = 380;
    private const int Height = 260;
    private const int Margin = 60;

    // Told apart by people who see no red or no green as well.
    private static readonly string[] Colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#555555"];

    private static readonly int[] Steps = [1, 2, 4, 8, 10];

    /// <summary>The drawing.</summary>
    public static string Of(IReadOnlyList<GrowthPoint> points)
    {
        var parts = points.GroupBy(point => point.Series).ToList();
        var top = NiceTop(points.SelectMany(point => point.Contenders).Max(contender => contender.Rate));
        var total = parts.Count * (Width + Margin) + Margin;
        var drawing = new StringBuilder();
        drawing.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {total} {Height + (3 * Margin)}" font-family="sans-serif" font-size="12">""").Append('\n');
        drawing.Append("<title>Updates a second as work grows</title>\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        for (var index = 0; index < parts.Count; index++)
        {
            drawing.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({Margin + (index * (Width + Margin))},{Margin})\">\n");
            Panel(drawing, [.. parts[index]], parts[index].Key == GrowthSeries.Customers ? "customers" : "entries a customer", top);
            drawing.Append("</g>\n");
        }

        Legend(drawing, [.. points[0].Contenders.Select(contender => contender.Name)]);
        return drawing.Append("</svg>\n").ToString();
    }

    private static void Panel(StringBuilder drawing, IReadOnlyList<GrowthPoint> points, string what, double top)
    {
        for (var step = 0; step <= 4; step++)
        {
            var y = Height - (Height * step / 4);
            drawing.Append(CultureInfo.InvariantCulture, $"<path d=\"M0 {y}H{Width}\" stroke=\"#ddd\"/><text x=\"-8\" y=\"{y + 4}\" text-anchor=\"end\">{top * step / 4:N0}</text>\n");
        }

        foreach (var point in points)
        {
            drawing.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(points, point):0}\" y=\"{Height + 20}\" text-anchor=\"middle\">{point.Amount:N0}</text>\n");
        }

        drawing.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width / 2}\" y=\"{Height + 44}\" text-anchor=\"middle\">{what} (logarithmic)</text><text x=\"0\" y=\"-14\">updates/s</text>\n");
        for (var line = 0; line < points[0].Contenders.Count; line++)
        {
            var places = points.Select(point => (X: X(points, point), Y: Height - (Height * point.Contenders[line].Rate / top))).ToList();
            var colour = Colours[line % Colours.Length];
            var path = string.Join(" ", places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.X:0},{place.Y:0}")));
            drawing.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>\n");
            foreach (var (x, y) in places)
            {
                drawing.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0}\" cy=\"{y:0}\" r=\"4\" fill=\"{colour}\"/>\n");
            }
        }
    }

    private static void Legend(StringBuilder drawing, IReadOnlyList<string> names)
    {
        for (var line = 0; line < names.Count; line++)
        {
            var x = Margin + (line * 120);
            drawing.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x}\" cy=\"{Height + (2 * Margin) + 24}\" r=\"4\" fill=\"{Colours[line % Colours.Length]}\"/>");
            drawing.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + 10}\" y=\"{Height + (2 * Margin) + 28}\">{names[line]}</text>\n");
        }
    }

    private static double X(IReadOnlyList<GrowthPoint> points, GrowthPoint point)
    {
        var (low, high) = (Math.Log(points[0].Amount), Math.Log(points[^1].Amount));
        return Width * (Math.Log(point.Amount) - low) / (high - low);
    }

    // A round number above all, so that the lines of the grid have round numbers too.
    private static double NiceTop(double most)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(most)));
        return Steps.Select(times => times * unit).First(top => top >= most);
    }
}
