using System.Globalization;
using Gongkai.Storage.Checking;
using Gongkai.UseCases.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.UseCases.Tests.Durability;

/// <summary>重新打开登记簿，核对：告知过的都在，在的都是完整的，号不重不跳，审计链接得上。</summary>
internal static class Register
{
    /// <summary>告知过申请人的一件。</summary>
    public sealed record Acknowledged(string Number, string Code, Guid Id)
    {
        public static Acknowledged Of(string[] words) => new(words[1], words[2], Guid.Parse(words[3]));
    }

    /// <summary>db check 没有话说。</summary>
    public static async Task VerifyAsync(ServiceProvider node)
    {
        var report = await node.GetRequiredService<StorageCheck>().RunAsync(CancellationToken.None);
        Assert.Empty(report.Problems);
    }

    /// <summary>申请人凭回执看得到，附件一字不差。</summary>
    public static async Task ReadAsync(ServiceProvider node, Acknowledged it)
    {
        var tracked = await Office.AskAsync<TrackRequest, TrackedRequest>(node, t => t.RunAsync(it.Number, it.Code, CancellationToken.None));
        var expected = Attached.To(it.Id);
        Assert.Equal("张小三", tracked.Papers.Applicant.Name);
        Assert.Equal(expected.Count, tracked.Files.Count);
        foreach (var file in tracked.Files)
        {
            var open = await Office.AskAsync<TrackRequest, OpenFile>(node, t => t.FileAsync(it.Number, it.Code, file.Id, CancellationToken.None));
            await using var content = open.Content;
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes);
            Assert.Equal(expected[open.Name[2] - '1'], bytes.ToArray());
        }
    }

    /// <summary>库里的每一件（不论告知过没有）都有全部的行；登记编号从 1 起，不重不跳。</summary>
    public static async Task WholeAsync(Office office)
    {
        await using var db = office.Store.NewDb();
        var rows = await db.Requests.AsNoTracking().Select(r => new
        {
            r.Id,
            r.Number,
            Vaults = db.ApplicantVaults.Count(v => v.RequestId == r.Id && v.WrappedKey != null),
            Events = db.RequestEvents.Count(e => e.RequestId == r.Id),
            Files = db.Attachments.Count(a => a.RequestId == r.Id && a.Purpose == "other"),
        }).ToListAsync();
        Assert.All(rows, r => Assert.Equal((1, true, Attached.To(r.Id).Count), (r.Vaults, r.Events >= 2, r.Files)));
        Assert.Equal(Enumerable.Range(1, rows.Count), rows.Select(r => int.Parse(r.Number[^5..], CultureInfo.InvariantCulture)).Order());
    }

    /// <summary>文书的号，每个字头从 1 起，不重不跳。</summary>
    public static void Gapless(IEnumerable<string> numbers)
    {
        foreach (var series in numbers.Select(n => (Mark: n[..n.IndexOf('〔', StringComparison.Ordinal)], Serial: int.Parse(n[(n.IndexOf('〕', StringComparison.Ordinal) + 1)..^1], CultureInfo.InvariantCulture))).GroupBy(n => n.Mark))
        {
            Assert.Equal(Enumerable.Range(1, series.Count()), series.Select(n => n.Serial).Order());
        }
    }
}
