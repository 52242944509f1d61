using System.Reflection;
using System.Runtime.CompilerServices;
using Gongkai.Core.Reports;

namespace Gongkai.Core.Tests;

public class ArchitectureTests
{
    private static readonly Assembly Core = typeof(CellAddress).Assembly;

    [Fact]
    public void Core_references_nothing_but_the_runtime() =>
        Assert.DoesNotContain(Core.GetReferencedAssemblies(), a => !a.Name!.StartsWith("System.", StringComparison.Ordinal));

    [Fact]
    public void Core_types_are_sealed_static_or_abstract() =>
        Assert.Empty(Core.GetTypes().Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false }).Select(t => t.FullName));

    [Fact]
    public void No_public_property_of_core_can_be_set_after_construction() =>
        Assert.Empty(
            from type in Core.GetExportedTypes()
            from property in type.GetProperties()
            where property.DeclaringType!.Assembly == Core && property.SetMethod is { IsPublic: true } setter && !IsInit(setter)
            select $"{type.Name}.{property.Name}");

    [Fact]
    public void No_public_field_of_core_can_be_written() =>
        Assert.Empty(
            from type in Core.GetExportedTypes()
            from field in type.GetFields()
            where field is { IsInitOnly: false, IsLiteral: false, IsSpecialName: false }
            select $"{type.Name}.{field.Name}");

    [Fact]
    public void Core_is_synchronous() =>
        Assert.Empty(
            from type in Core.GetTypes()
            from method in type.GetMethods()
            where typeof(Task).IsAssignableFrom(method.ReturnType) || method.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal)
            select $"{type.Name}.{method.Name}");

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
