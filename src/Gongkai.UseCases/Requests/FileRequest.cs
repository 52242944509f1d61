using System.Globalization;
using System.Security.Cryptography;
using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.Storage.Sealing;
using Gongkai.UseCases.Law;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Requests;

/// <summary>收下一件申请：返回回执之时已经同步到磁盘，此后不会丢。</summary>
public sealed class FileRequest(GongkaiDb db, RequestDesk desk, LawBook law, Vault vault, KeptFiles files)
{
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int CodeLength = 10;
    private const string Series = "request";

    /// <summary>收下。网上提交的是申请人；其他渠道由经办人录入。</summary>
    /// <exception cref="NoSuchThingException">没有这个机关，或者它不受理申请，或者录入的人不在这个机关。</exception>
    /// <exception cref="BadInputException">填的不对，逐项列出。</exception>
    public async Task<FilingReceipt> RunAsync(Actor actor, Filing filing, CancellationToken cancellation)
    {
        filing = filing with { Applicant = filing.Applicant with { IdNumber = FilingCheck.Tidy(filing.Applicant.IdNumber) } };
        try
        {
            return await FileAsync(actor, filing, cancellation);
        }
        catch (Exception e) when (e is StaleDataException or DbUpdateException or NoSuchThingException or BadInputException)
        {
            // 同一张表单交了两次：先到的那一次已经收下。少见，所以收不下时才去看。
            db.ChangeTracker.Clear();
            if (await AlreadyAsync(filing, cancellation) is { } first)
            {
                return first;
            }

            throw;
        }
    }

    private async Task<FilingReceipt> FileAsync(Actor actor, Filing filing, CancellationToken cancellation)
    {
        // 门户这一次访问里已经取出过的，不再问数据库。
        var agency = await db.Agencies.FindAsync([filing.AgencyId], cancellation) is { IsOpen: true } open ? open : throw new NoSuchThingException();
        var online = filing.Channel == ReceiptChannel.Internet && ReferenceEquals(actor, Actor.Applicant);
        if (!online)
        {
            actor.Demand(agency.Id, StaffRole.Officer, StaffRole.DisclosureHead);
        }

        var today = law.Today;
        BadInputException.ThrowIfAny([.. FilingCheck.Problems(filing, today), .. KeptFiles.Problems(filing.Files)]);
        var submitted = new Submitted(online ? today : filing.On ?? today, filing.Channel, filing.Matter, filing.Applicant.Kind, filing.Delivery);
        var request = DisclosureRequest.Submit(submitted, await law.SettingsAsync(agency, cancellation), await law.CalendarAsync(cancellation));
        var fresh = Row(filing, agency, request);
        await files.PutAsync(filing.Once, fresh.Key, filing.Files, actor.Id, cancellation);
        try
        {
            var serial = await db.TakeNumberAsync(agency.Id, Series, today.Year, cancellation);
            fresh.Row.Number = string.Create(CultureInfo.InvariantCulture, $"{agency.PagePath}-{today.Year}-{serial:D5}");
            var entry = desk.PutNew(fresh.Row, request, actor, "request.file");
            await db.CommitAsync(entry, cancellation);
        }
        finally
        {
            fresh.Key.Dispose();
        }

        return new FilingReceipt(fresh.Row.Id, fresh.Row.Number, fresh.Code, IsRepeat: false);
    }

    private (RequestRow Row, RequestKey Key, string Code) Row(Filing filing, AgencyRow agency, DisclosureRequest request)
    {
        var code = RandomNumberGenerator.GetString(Letters, CodeLength);
        var key = vault.CreateKey(filing.Once);
        db.ApplicantVaults.Add(OpenRequest.Seal(vault, key, new RequestPapers { Applicant = filing.Applicant, Description = filing.Description.Trim(), QueryCode = code }));
        var row = new RequestRow
        {
            Id = filing.Once,
            AgencyId = agency.Id,
            Number = "",
            Channel = filing.Channel.ToString(),
            SubmittedAt = law.Now,
            Stage = "",
            ClockState = "",
            Subject = filing.Subject.Trim(),
            ApplicantKind = request.Submission.Applicant.ToString(),
            QueryCodeHash = vault.QueryCodeHash(filing.Once, code),
        };
        db.Requests.Add(row);
        return (row, key, code);
    }

    private async Task<FilingReceipt?> AlreadyAsync(Filing filing, CancellationToken cancellation)
    {
        var row = await db.Requests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == filing.Once, cancellation);
        if (row is null)
        {
            return null;
        }

        // 查询码只还给交了同样内容的人：光知道标识（工作人员看得到）不够；改了内容再交的，也不能当作已经收下。
        var open = await desk.OpenAsync(row, cancellation);
        return open.HasPapers && open.Papers() is var papers && IsSame(filing, row, papers)
            ? new FilingReceipt(row.Id, row.Number, papers.QueryCode, IsRepeat: true)
            : throw new BadInputException([new InputProblem("Once", "这张表单已经提交过，先前的申请已经收下，这次的内容与它不同，没有收。要另外申请，请重新打开一张表单再填。")]);
    }

    private static bool IsSame(Filing filing, RequestRow row, RequestPapers papers) =>
        row.AgencyId == filing.AgencyId && row.Subject == filing.Subject.Trim() && papers.Description == filing.Description.Trim() && papers.Applicant == filing.Applicant;
}
