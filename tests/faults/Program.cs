using System.Globalization;
using CustomerUpdate.Faults;

// Writers through all five contracts while something breaks; afterwards every acknowledged write must be there, once.
//   dotnet run -c Release --project tests/faults              the short form: some seconds a scenario
//   dotnet run -c Release --project tests/faults -- 60        60 seconds a scenario
var seconds = args is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 4;
var (passed, failed) = (0, 0);
foreach (var scenario in Scenarios.All)
{
    Console.WriteLine($"== {scenario.Name}");
    try
    {
        var report = await scenario.RunAsync(TimeSpan.FromSeconds(seconds));
        Console.WriteLine(report);
        report.ThrowIfBroken();
        passed++;
    }
#pragma warning disable CA1031 // the next scenario is of interest too
    catch (Exception broken)
#pragma warning restore CA1031
    {
        failed++;
        Console.WriteLine($"FAILED: {broken.Message}");
    }
}

Console.WriteLine($"{passed} passed, {failed} failed");
return failed == 0 ? 0 : 1;
