using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Storage.Migrations;

/// <summary>0001：申请及其事件、申请人资料、附件、文书。</summary>
internal static class RegisterRequests
{
    public static void Create(MigrationBuilder builder)
    {
        Requests(builder);
        EventsAndVaults(builder);
        AttachmentsAndLetters(builder);
    }

    private static void Requests(MigrationBuilder builder)
    {
        builder.CreateTable(
            "Requests",
            t => new
            {
                Id = t.Column<Guid>(),
                AgencyId = t.Column<int>(),
                Number = t.Column<string>(),
                Channel = t.Column<string>(),
                SubmittedAt = t.Column<DateTime>(),
                ReceivedOn = t.Column<DateOnly>(nullable: true),
                Stage = t.Column<string>(),
                ClockState = t.Column<string>(),
                DueOn = t.Column<DateOnly>(nullable: true),
                IsProvisional = t.Column<bool>(),
                Subject = t.Column<string>(),
                ApplicantKind = t.Column<string>(),
                Outcome = t.Column<string>(nullable: true),
                Fate = t.Column<string>(),
                ConcludedOn = t.Column<DateOnly>(nullable: true),
                AssignedTo = t.Column<Guid>(nullable: true),
                Version = t.Column<int>(),
                ClosedAt = t.Column<DateTime>(nullable: true),
                DestroyAfter = t.Column<DateOnly>(nullable: true),
                QueryCodeHash = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_Requests", x => x.Id);
                t.ForeignKey("FK_Requests_Agencies_AgencyId", x => x.AgencyId, "Agencies", "Id", onDelete: ReferentialAction.Restrict);
            });
        builder.CreateIndex("IX_Requests_AgencyId_Number", "Requests", ["AgencyId", "Number"], unique: true);
        builder.CreateIndex("IX_Requests_AgencyId_Stage_DueOn", "Requests", ["AgencyId", "Stage", "DueOn"]);
        builder.CreateIndex("IX_Requests_AgencyId_SubmittedAt", "Requests", ["AgencyId", "SubmittedAt"]);
        builder.CreateIndex("IX_Requests_TableThree", "Requests", ["AgencyId", "ApplicantKind", "Fate", "ReceivedOn", "ConcludedOn"]);
        builder.CreateIndex("IX_Requests_Number", "Requests", "Number");
        builder.CreateIndex("IX_Requests_DestroyAfter", "Requests", "DestroyAfter");
    }

    private static void EventsAndVaults(MigrationBuilder builder)
    {
        builder.CreateTable(
            "RequestEvents",
            t => new
            {
                RequestId = t.Column<Guid>(),
                Sequence = t.Column<int>(),
                At = t.Column<DateTime>(),
                On = t.Column<DateOnly>(),
                ActorId = t.Column<string>(),
                Type = t.Column<string>(),
                Payload = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_RequestEvents", x => new { x.RequestId, x.Sequence });
                t.ForeignKey("FK_RequestEvents_Requests_RequestId", x => x.RequestId, "Requests", "Id", onDelete: ReferentialAction.Restrict);
            });
        builder.CreateTable(
            "ApplicantVaults",
            t => new
            {
                RequestId = t.Column<Guid>(),
                WrappedKey = t.Column<byte[]>(nullable: true),
                KeyVersion = t.Column<int>(),
                Cipher = t.Column<byte[]>(),
                NameHash = t.Column<string>(nullable: true),
                PhoneHash = t.Column<string>(nullable: true),
                IdHash = t.Column<string>(nullable: true),
                MaskedName = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_ApplicantVaults", x => x.RequestId);
                t.ForeignKey("FK_ApplicantVaults_Requests_RequestId", x => x.RequestId, "Requests", "Id", onDelete: ReferentialAction.Restrict);
            });
        builder.CreateIndex("IX_ApplicantVaults_NameHash", "ApplicantVaults", "NameHash");
        builder.CreateIndex("IX_ApplicantVaults_PhoneHash", "ApplicantVaults", "PhoneHash");
        builder.CreateIndex("IX_ApplicantVaults_IdHash", "ApplicantVaults", "IdHash");
    }

    private static void AttachmentsAndLetters(MigrationBuilder builder)
    {
        builder.CreateTable(
            "Attachments",
            t => new
            {
                Id = t.Column<Guid>(),
                RequestId = t.Column<Guid>(),
                Purpose = t.Column<string>(),
                FileName = t.Column<byte[]>(nullable: true),
                MediaType = t.Column<string>(),
                Length = t.Column<long>(),
                Address = t.Column<string>(),
                AddedAt = t.Column<DateTime>(),
                AddedBy = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_Attachments", x => x.Id);
                t.ForeignKey("FK_Attachments_Requests_RequestId", x => x.RequestId, "Requests", "Id", onDelete: ReferentialAction.Restrict);
            });
        builder.CreateIndex("IX_Attachments_Address", "Attachments", "Address");
        builder.CreateIndex("IX_Attachments_RequestId", "Attachments", "RequestId");
        builder.CreateTable(
            "Letters",
            t => new
            {
                Id = t.Column<Guid>(),
                RequestId = t.Column<Guid>(),
                AgencyId = t.Column<int>(),
                Type = t.Column<string>(),
                Year = t.Column<int>(),
                Serial = t.Column<int>(),
                Number = t.Column<string>(),
                State = t.Column<string>(),
                AttachmentId = t.Column<Guid>(nullable: true),
                IssuedOn = t.Column<DateOnly>(),
                VoidReason = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_Letters", x => x.Id);
                t.ForeignKey("FK_Letters_Agencies_AgencyId", x => x.AgencyId, "Agencies", "Id", onDelete: ReferentialAction.Restrict);
                t.ForeignKey("FK_Letters_Attachments_AttachmentId", x => x.AttachmentId, "Attachments", "Id", onDelete: ReferentialAction.SetNull);
                t.ForeignKey("FK_Letters_Requests_RequestId", x => x.RequestId, "Requests", "Id", onDelete: ReferentialAction.Restrict);
            });
        builder.CreateIndex("IX_Letters_AgencyId_Type_Year_Serial", "Letters", ["AgencyId", "Type", "Year", "Serial"], unique: true);
        builder.CreateIndex("IX_Letters_AttachmentId", "Letters", "AttachmentId");
        builder.CreateIndex("IX_Letters_RequestId", "Letters", "RequestId");
    }
}
