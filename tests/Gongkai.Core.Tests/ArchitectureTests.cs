using System.Reflection;
using Gongkai.Core.Reports;

namespace Gongkai.Core.Tests;

public class ArchitectureTests
{
    private static readonly Assembly Core = typeof(CellAddress).Assembly;

    [Fact]
    public void Core_references_nothing_but_the_runtime() =>
        Assert.DoesNotContain(Core.GetReferencedAssemblies(), a => !a.Name!.StartsWith("System.", StringComparison.Ordinal));

    [Fact]
    public void Core_types_are_sealed_static_or_abstract()
    {
        var open = Core.GetTypes().Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false }).Select(t => t.FullName);
        Assert.Empty(open);
    }
}
