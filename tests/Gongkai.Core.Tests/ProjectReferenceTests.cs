using System.Xml.Linq;

namespace Gongkai.Core.Tests;

/// <summary>项目之间谁可以引用谁。多一个项目、多一处引用，都要先在这里写明。</summary>
public class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> MayReference = new()
    {
        ["Gongkai.Core"] = [],
        ["Gongkai.Reports"] = ["Gongkai.Core"],
        ["Gongkai.Letters"] = ["Gongkai.Core"],
        ["Gongkai.Storage"] = ["Gongkai.Core"],
        ["Gongkai.UseCases"] = ["Gongkai.Core", "Gongkai.Letters", "Gongkai.Reports", "Gongkai.Storage"],
        ["Gongkai.WebKit"] = ["Gongkai.Core", "Gongkai.Reports", "Gongkai.Storage"],
        ["Gongkai.Portal"] = ["Gongkai.Core", "Gongkai.UseCases", "Gongkai.WebKit"],
        ["Gongkai.Workbench"] = ["Gongkai.Core", "Gongkai.Letters", "Gongkai.Reports", "Gongkai.Storage", "Gongkai.UseCases", "Gongkai.WebKit"],
        ["Gongkai.Cli"] = ["Gongkai.Core", "Gongkai.Portal", "Gongkai.Reports", "Gongkai.Storage", "Gongkai.UseCases", "Gongkai.WebKit", "Gongkai.Workbench"],
    };

    private static readonly Dictionary<string, string[]> MayUsePackages = new()
    {
        ["Gongkai.Reports"] = ["AngleSharp", "DocumentFormat.OpenXml"],
        ["Gongkai.Letters"] = ["DocumentFormat.OpenXml"],
        ["Gongkai.Storage"] = ["Microsoft.AspNetCore.Identity.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Sqlite", "Npgsql.EntityFrameworkCore.PostgreSQL", "SQLitePCLRaw.bundle_e_sqlite3"],
        ["Gongkai.Cli"] = ["System.CommandLine"],
    };

    private static readonly Lazy<Dictionary<string, XDocument>> Projects = new(() =>
        Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetFileNameWithoutExtension(f), XDocument.Load));

    [Fact]
    public void Every_project_is_in_the_table() =>
        Assert.Equal(MayReference.Keys.Order(StringComparer.Ordinal), Projects.Value.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Projects_reference_only_what_they_may() => Assert.Empty(
        from project in Projects.Value
        from reference in Included(project.Value, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r))
        where !MayReference.GetValueOrDefault(project.Key, []).Contains(reference)
        select $"{project.Key} → {reference}");

    [Fact]
    public void Packages_are_used_only_where_they_belong() => Assert.Empty(
        from project in Projects.Value
        from package in Included(project.Value, "PackageReference")
        where !MayUsePackages.GetValueOrDefault(project.Key, []).Contains(package)
        select $"{project.Key} → {package}");

    private static IEnumerable<string> Included(XDocument project, string item) =>
        project.Descendants(item).Select(e => e.Attribute("Include")!.Value.Replace('\\', '/'));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Gongkai.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No Gongkai.slnx above the tests.");
        }

        return folder.FullName;
    }
}
