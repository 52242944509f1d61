using Gongkai.Cli.Commands;
using Gongkai.Core.Requests;
using Gongkai.Reports.Writing.Text;
using Gongkai.Storage;
using Gongkai.UseCases;
using Gongkai.UseCases.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Cli.Tables;

/// <summary>数出各机关的表三与合计，写出来。</summary>
internal static class TablesAction
{
    public static Task<int> RunAsync(CliHost host, StorageOptions options, TablesRequest request, CancellationToken cancellation) => DbActions.ExistingAsync(host, options, async services =>
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        var known = await db.Agencies.AsNoTracking().OrderBy(a => a.Id).Select(a => new { a.Id, a.PagePath, a.Name }).ToListAsync(cancellation);
        if (request.Agencies.FirstOrDefault(a => known.All(k => k.PagePath != a)) is { } missing)
        {
            var near = Usage.Nearest(missing, known.Select(k => k.PagePath));
            return host.CannotStart($"没有网址名为 {missing} 的机关。{(near is null ? "" : $"是不是想写 {near}？")}", "网址名见工作台的机关名录，或者用 --all 数全部机关。");
        }

        var count = new CountTableThree(db);
        HashSet<int> chosen = [.. known.Where(k => request.All || request.Agencies.Contains(k.PagePath)).Select(k => k.Id)];
        foreach (var above in request.WithLower ? chosen.ToList() : [])
        {
            chosen.UnionWith((await count.WithLowerAsync(Actor.Operator, above, cancellation)).Select(a => a.Key));
        }

        List<AgencyTable> parts = [];
        var total = new TableThree();
        foreach (var agency in known.Where(k => chosen.Contains(k.Id)))
        {
            var table = await count.RunAsync(Actor.Operator, agency.Id, request.From, request.To, cancellation);
            total.Add(table);
            parts.Add(new AgencyTable(agency.PagePath, agency.Name, table));
        }

        return Write(host, request, TablesOutput.Of(request, parts, total));
    });

    private static int Write(CliHost host, TablesRequest request, string text)
    {
        if (request.OutPath is not { } path)
        {
            return host.Write(text);
        }

        try
        {
            File.WriteAllText(path, text);
            return host.Write($"已写到 {HarmlessText.From(path)}。\n");
        }
        catch (Exception e) when (e is UnauthorizedAccessException or DirectoryNotFoundException or ArgumentException or NotSupportedException)
        {
            return host.CannotStart($"不能写 {path}：{IoFailure.Words(e)}。", "请检查这个目录是否存在、有没有写的权限。");
        }
        catch (IOException e)
        {
            return host.OutputFailed(path, e);
        }
    }
}

/// <summary>一个机关的表三。</summary>
/// <param name="Path">网址名。</param>
/// <param name="Name">名称。</param>
/// <param name="Table">表三。</param>
internal sealed record AgencyTable(string Path, string Name, TableThree Table);
