using Gongkai.Storage.Files;
using Gongkai.Storage.Rows;
using Gongkai.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage.Checking;

/// <summary>核对全部数据：审计链、事件（次序，与审计记录里的摘要）、文书编号、外键、附件的内容。只读，网站开着也可以做。</summary>
public sealed class StorageCheck(IDbContextFactory<GongkaiDb> databases, IFileStore files)
{
    private const int MostProblems = 100;

    /// <summary>核对一遍。问题太多时只说前一百条。</summary>
    public async Task<CheckReport> RunAsync(CancellationToken cancellation)
    {
        var problems = new List<string>();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var snapshot = await db.SnapshotAsync(cancellation);
        var head = await ChainAsync(db, problems, cancellation);
        await EventCheck.RunAsync(db, problems, MostProblems, cancellation);
        await LettersAsync(db, problems, cancellation);
        await SqliteAsync(db, problems, cancellation);
        var requests = await db.Requests.CountAsync(cancellation);
        var checkedFiles = await FilesAsync(db, problems, cancellation);
        return new CheckReport(head.Sequence, Convert.ToHexStringLower(head.Hash), requests, checkedFiles, [.. problems.Take(MostProblems)]);
    }

    internal static async Task<AuditHeadRow> ChainAsync(GongkaiDb db, List<string> problems, CancellationToken cancellation)
    {
        var sequence = 0L;
        var hash = AuditChain.Origin;
        await foreach (var row in db.Audits.AsNoTracking().OrderBy(a => a.Sequence).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (row.Sequence != sequence + 1)
            {
                problems.Add($"审计记录缺第 {sequence + 1} 至 {row.Sequence - 1} 条。");
            }
            else if (!row.PreviousHash.AsSpan().SequenceEqual(hash))
            {
                problems.Add($"审计记录第 {row.Sequence} 条与上一条接不上。");
            }

            if (!AuditChain.HashOf(row).AsSpan().SequenceEqual(row.Hash))
            {
                problems.Add($"审计记录第 {row.Sequence} 条的内容与它的杂凑不符。");
            }

            (sequence, hash) = (row.Sequence, row.Hash);
            if (problems.Count >= MostProblems)
            {
                break;
            }
        }

        var head = await db.AuditHeads.AsNoTracking().SingleAsync(cancellation);
        if (problems.Count < MostProblems && (head.Sequence != sequence || !head.Hash.AsSpan().SequenceEqual(hash)))
        {
            problems.Add($"审计链头记的是第 {head.Sequence} 条，实际最后一条是第 {sequence} 条，或杂凑不符：末尾的记录可能被抽去。");
        }

        return head;
    }

    // 号按字头编，几种文书可以同用一个字头，所以看文号「〔」之前的字，不看种类。
    private static async Task LettersAsync(GongkaiDb db, List<string> problems, CancellationToken cancellation)
    {
        var series = new Dictionary<(int Agency, int Year, string Mark), (int Least, int Most, int Count)>();
        await foreach (var letter in db.Letters.AsNoTracking().Select(l => new { l.AgencyId, l.Year, l.Number, l.Type, l.Serial }).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var end = letter.Number.IndexOf('〔', StringComparison.Ordinal);
            var key = (letter.AgencyId, letter.Year, end < 0 ? letter.Type : letter.Number[..end]);
            var (least, most, count) = series.GetValueOrDefault(key, (letter.Serial, letter.Serial, 0));
            series[key] = (Math.Min(least, letter.Serial), Math.Max(most, letter.Serial), count + 1);
        }

        problems.AddRange(series.Where(s => s.Value.Most - s.Value.Least + 1 != s.Value.Count)
            .Select(s => $"机关 {s.Key.Agency} 的文书 {s.Key.Mark} {s.Key.Year} 年的编号有缺。").Take(MostProblems));
    }

    // PostgreSQL 的外键时刻把守着，没有相应的命令。
    private static async Task SqliteAsync(GongkaiDb db, List<string> problems, CancellationToken cancellation)
    {
        if (!db.IsSqlite)
        {
            return;
        }

        var damage = await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check WHERE integrity_check <> 'ok'").ToListAsync(cancellation);
        problems.AddRange(damage.Select(d => $"数据库文件损坏：{d}"));
        var orphans = await db.Database.SqlQueryRaw<string>("SELECT DISTINCT \"table\" || ' → ' || parent AS \"Value\" FROM pragma_foreign_key_check").ToListAsync(cancellation);
        problems.AddRange(orphans.Select(o => $"外键不成立：{o}"));
    }

    private async Task<int> FilesAsync(GongkaiDb db, List<string> problems, CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var address in ReferencedFiles(db).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            count++;
            try
            {
                await using var content = await files.OpenAsync(address, cancellation);
            }
            catch (Exception e) when (e is FileDamagedException or FormatException)
            {
                problems.Add(e is FileDamagedException { IsMissing: true } ? $"附件文件 {address} 不见了。" : $"附件文件 {address} 的内容变了。");
                if (problems.Count >= MostProblems)
                {
                    break;
                }
            }
        }

        return count;
    }

    /// <summary>应当在的文件；已销毁的附件没有文件名，不算。</summary>
    internal static IQueryable<string> ReferencedFiles(GongkaiDb db) =>
        db.Attachments.Where(a => a.FileName != null).Select(a => a.Address).Distinct();
}
